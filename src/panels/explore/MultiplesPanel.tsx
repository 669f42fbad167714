import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { SpikeMultiples, multiplesTable } from '../../charts/spike/SpikeMultiples.tsx';
import type { Exploration } from '../../protocol/exploration.ts';
import {
  meansByLayer,
  selectCutFrom,
  selectCutSet,
  selectInsideExploration,
} from '../../store/derive/drawn.ts';
import { selectTokenStates, tokenByLayer } from '../../store/derive/token.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { drawnTails } from './drawn-tails.ts';
import { multiplesTitle } from './tail-titles.ts';
import { useShown } from './use-shown.ts';

const words = strings.explore;
const WHOLE: ReadonlySet<number> = new Set();

/** Every layer's mean vector, small; a press chooses the layer. */
export function MultiplesPanel(): ReactNode {
  const shown = useShown();
  const cut = useApp(selectCutSet);
  const cutFrom = useApp(selectCutFrom);
  const inside = useApp(selectInsideExploration);
  const token = useApp(selectTokenStates);
  const { selectLayer } = useActions();
  const exploration = shown?.exploration;
  const tails = shown?.tails;
  // apart from what a cut changes, so that a switch redraws no line
  const whole = useMemo(
    () =>
      exploration && tails
        ? meansByLayer(exploration).map((values, l) => ({
            label: words.layer(l),
            values,
            tails: drawnTails(tails, l).filter((_, i) => tails[i]?.layers.includes(l)),
          }))
        : [],
    [exploration, tails],
  );
  const layers = useMemo(
    () =>
      whole.map((layer, l) => ({
        ...layer,
        cut: l < cutFrom ? WHOLE : cut,
        after: inside && meansOf(inside, l),
      })),
    [whole, cut, cutFrom, inside],
  );
  if (!shown) return null;
  return (
    <ChartFrame
      title={multiplesTitle(shown.findings)}
      sentence={words.multiples.sentence}
      sample={shown.sample}
      summary={words.multiples.summary(layers.length)}
      name="mean-by-layer"
      terms={['meanVector', 'layer', 'specials']}
      rows={() => multiplesTable(layers)}
      savedWith={shown.cutNote}
      stale={shown.stale}
    >
      <SpikeMultiples
        layers={layers}
        chosen={shown.layer}
        token={token && tokenByLayer(token)}
        onChoose={selectLayer}
      />
    </ChartFrame>
  );
}

/** Mean of each dimension in one layer. */
function meansOf({ mean, dims }: Exploration, layer: number): Float32Array {
  return mean.subarray(layer * dims, (layer + 1) * dims);
}
