import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { count, decimal } from '../../charts/scale/format.ts';
import { SpikePlot } from '../../charts/spike/SpikePlot.tsx';
import { spikeTable } from '../../charts/spike/spike-table.ts';
import { meansByLayer, selectCutHere, selectInsideExploration, vectorsOf } from '../../store/derive/drawn.ts';
import { selectTokenVector } from '../../store/derive/token.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { drawnTails } from './drawn-tails.ts';
import { spikeTitle } from './tail-titles.ts';
import { useShown } from './use-shown.ts';

const words = strings.explore;
const TERMS = ['meanVector', 'dimension', 'tail', 'z', 'specials'] as const;

/** Mean value against dimension in the chosen layer. */
export function SpikePanel(): ReactNode {
  const shown = useShown();
  const cut = useApp(selectCutHere);
  const inside = useApp(selectInsideExploration);
  const hovered = useApp((state) => state.hoveredDimension);
  const token = useApp(selectTokenVector);
  const { tails: found, layer: at } = shown ?? {};
  const tails = useMemo(() => (found && at !== undefined ? drawnTails(found, at) : []), [found, at]);
  if (!shown) return null;
  const { exploration, layer, dimension } = shown;
  const mean = meansByLayer(exploration)[layer] ?? new Float32Array();
  const after = inside?.mean.subarray(layer * inside.dims, (layer + 1) * inside.dims);
  return (
    <ChartFrame
      terms={TERMS}
      title={spikeTitle(shown.findings, layer)}
      sentence={words.spike.sentence(exploration.dims, count(vectorsOf(exploration)))}
      sample={shown.sample}
      summary={summary(mean, layer)}
      name={`mean-layer-${layer}`}
      rows={() => spikeTable(mean, tails, cut, after)}
      savedWith={shown.cutNote}
      stale={shown.stale}
    >
      <SpikePlot
        values={mean}
        tails={tails}
        cut={cut}
        after={after}
        selected={dimension}
        hovered={hovered}
        overlay={token}
        height={270}
        onHover={shown.onHover}
        onSelect={shown.onSelect}
      />
    </ChartFrame>
  );
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
