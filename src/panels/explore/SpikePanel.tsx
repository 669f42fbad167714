import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { count, decimal } from '../../charts/scale/format.ts';
import { SpikePlot } from '../../charts/spike/SpikePlot.tsx';
import { spikeTable } from '../../charts/spike/spike-table.ts';
import { selectCutHere, vectorsOf } from '../../store/derive/drawn.ts';
import { isMereCut, meansOf, selectDrawnTreated, zOf } from '../../store/derive/drawn-side.ts';
import { selectTokenVector } from '../../store/derive/token.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { drawnTails, markedTails } from './drawn-tails.ts';
import { farthest } from './farthest.ts';
import { spikeTitle, treatedTitle } from './tail-titles.ts';
import { useDrawnBefore } from './use-drawn-before.ts';
import { useShown } from './use-shown.ts';

const words = strings.explore;
const TERMS = ['meanVector', 'dimension', 'tail', 'z', 'specials'] as const;

/** Mean value against dimension in the chosen layer. */
export function SpikePanel(): ReactNode {
  const shown = useShown();
  const cut = useApp(selectCutHere);
  const before = useDrawnBefore();
  const treated = useApp(selectDrawnTreated);
  const hovered = useApp((state) => state.hoveredDimension);
  const token = useApp(selectTokenVector);
  const { tails: found, layer: at } = shown ?? {};
  const marked = before?.whole === false ? markedTails : drawnTails;
  const tails = useMemo(() => (found && at !== undefined ? marked(found, at) : []), [found, at, marked]);
  const after =
    before && treated && at !== undefined && !isMereCut(before.side, treated)
      ? meansOf(treated)[at]
      : undefined;
  // whole vectors' scale stays as it is whatever is done to them; that of others has room for both sides
  const fits = before?.whole === false ? after : undefined;
  const extent = useMemo(() => fits && extentOf(fits), [fits]);
  if (!shown || !before) return null;
  const { exploration, layer, dimension } = shown;
  const mean = meansOf(before.side)[layer] ?? new Float32Array();
  return (
    <ChartFrame
      terms={TERMS}
      title={before.titled(
        before.whole
          ? spikeTitle(shown.findings, layer)
          : treatedTitle(farthest(zOf(before.side), exploration.dims, layer)),
      )}
      sentence={before.said(words.spike.sentence(exploration.dims, count(vectorsOf(exploration))))}
      sample={shown.sample}
      summary={summary(mean, layer)}
      name={`mean-layer-${layer}`}
      rows={() => spikeTable(mean, tails, cut, after)}
      savedWith={before.note}
      stale={shown.stale}
    >
      <SpikePlot
        values={mean}
        tails={tails}
        cut={cut}
        after={after}
        selected={dimension}
        hovered={hovered}
        overlay={before.whole ? token : undefined}
        height={270}
        {...(extent && { extent })}
        onHover={shown.onHover}
        onSelect={shown.onSelect}
      />
    </ChartFrame>
  );
}

function extentOf(values: Float32Array): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function summary(mean: Float32Array, layer: number): string {
  let low = 0;
  let high = 0;
  mean.forEach((value, dim) => {
    if (value < (mean[low] ?? 0)) low = dim;
    if (value > (mean[high] ?? 0)) high = dim;
  });
  return words.spike.summary(
    words.inLayer(layer),
    low,
    decimal(mean[low] ?? 0),
    high,
    decimal(mean[high] ?? 0),
  );
}
