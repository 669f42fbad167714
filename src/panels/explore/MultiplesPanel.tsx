import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { SpikeMultiples, multiplesTable } from '../../charts/spike/SpikeMultiples.tsx';
import { selectCutFrom, selectCutSet } from '../../store/derive/drawn.ts';
import { isMereCut, meansOf, selectDrawnTreated, zOf } from '../../store/derive/drawn-side.ts';
import { selectTokenStates, tokenByLayer } from '../../store/derive/token.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { drawnTails } from './drawn-tails.ts';
import { farthest } from './farthest.ts';
import { multiplesTitle, treatedTitle } from './tail-titles.ts';
import { useDrawnBefore } from './use-drawn-before.ts';
import { useShown } from './use-shown.ts';

const words = strings.explore;
const WHOLE: ReadonlySet<number> = new Set();

/** Every layer's mean vector, small; a press chooses the layer. */
export function MultiplesPanel(): ReactNode {
  const shown = useShown();
  const cut = useApp(selectCutSet);
  const cutFrom = useApp(selectCutFrom);
  const before = useDrawnBefore();
  const treated = useApp(selectDrawnTreated);
  const token = useApp(selectTokenStates);
  const { selectLayer } = useActions();
  const side = before?.side;
  const tails = shown?.tails;
  // apart from what a cut changes, so that a switch redraws no line
  const whole = useMemo(
    () =>
      side && tails
        ? meansOf(side).map((values, l) => ({
            label: words.layer(l),
            values,
            tails: drawnTails(tails, l).filter((_, i) => tails[i]?.layers.includes(l)),
          }))
        : [],
    [side, tails],
  );
  const after = side && treated && !isMereCut(side, treated) ? meansOf(treated) : undefined;
  const layers = useMemo(
    () =>
      whole.map((layer, l) => ({
        ...layer,
        cut: l < cutFrom ? WHOLE : cut,
        after: after?.[l],
      })),
    [whole, cut, cutFrom, after],
  );
  if (!shown || !before) return null;
  return (
    <ChartFrame
      title={before.titled(
        before.whole
          ? multiplesTitle(shown.findings)
          : treatedTitle(farthest(zOf(before.side), shown.exploration.dims)),
      )}
      sentence={before.said(words.multiples.sentence)}
      sample={shown.sample}
      summary={words.multiples.summary(layers.length)}
      name="mean-by-layer"
      terms={['meanVector', 'layer', 'specials']}
      rows={() => multiplesTable(layers)}
      savedWith={before.note}
      stale={shown.stale}
    >
      <SpikeMultiples
        layers={layers}
        chosen={shown.layer}
        fitsAfter={!before.whole}
        token={before.whole && token ? tokenByLayer(token) : undefined}
        onChoose={selectLayer}
      />
    </ChartFrame>
  );
}
