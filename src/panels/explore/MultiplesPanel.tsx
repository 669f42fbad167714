import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { SpikeMultiples, multiplesTable } from '../../charts/spike/SpikeMultiples.tsx';
import { meansByLayer, selectCutSet } from '../../store/derive/drawn.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { useShown } from './use-shown.ts';
import { layerRuns } from './words.ts';

const words = strings.explore;

/** Every layer's mean vector, small; a press chooses the layer. */
export function MultiplesPanel(): ReactNode {
  const shown = useShown();
  const cut = useApp(selectCutSet);
  const { selectLayer } = useActions();
  const exploration = shown?.exploration;
  const tails = shown?.tails;
  const layers = useMemo(
    () =>
      exploration && tails
        ? meansByLayer(exploration).map((values, l) => ({
            label: words.layer(l),
            values,
            tails: tails.filter((tail) => tail.layers.includes(l)),
          }))
        : [],
    [exploration, tails],
  );
  if (!shown) return null;
  const [first] = shown.tails;
  return (
    <ChartFrame
      title={
        first
          ? words.multiples.title(first.dim, words.multiples.layers(layerRuns(first.layers)))
          : words.multiples.titleNone
      }
      sentence={words.multiples.sentence}
      sample={shown.sample}
      summary={words.multiples.summary(layers.length)}
      name="mean-by-layer"
      rows={() => multiplesTable(layers)}
      stale={shown.stale}
    >
      <SpikeMultiples layers={layers} chosen={shown.layer} cut={cut} onChoose={selectLayer} />
    </ChartFrame>
  );
}
