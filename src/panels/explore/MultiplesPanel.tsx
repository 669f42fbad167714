import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { SpikeMultiples, multiplesTable } from '../../charts/spike/SpikeMultiples.tsx';
import { meansByLayer, selectCutSet } from '../../store/derive/drawn.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { drawnTails } from './drawn-tails.ts';
import { multiplesTitle } from './tail-titles.ts';
import { useShown } from './use-shown.ts';

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
            tails: drawnTails(tails, l).filter((_, i) => tails[i]?.layers.includes(l)),
          }))
        : [],
    [exploration, tails],
  );
  if (!shown) return null;
  return (
    <ChartFrame
      title={multiplesTitle(shown.findings)}
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
