import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { count, percent } from '../../charts/scale/format.ts';
import { ShareBars, sharesTable } from '../../charts/shares/ShareBars.tsx';
import { selectExtremesLeft, vectorsOf } from '../../store/derive/drawn.ts';
import { maximaOf, minimaOf } from '../../store/derive/drawn-side.ts';
import { selectTokenStates, tokenExtremes } from '../../store/derive/token.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Segmented } from '../../ui/segmented/Segmented.tsx';
import { sharesTitle } from './tail-titles.ts';
import { useDrawnBefore } from './use-drawn-before.ts';
import { useShown } from './use-shown.ts';

const words = strings.explore;
const TERMS = ['extremeShare', 'vector', 'specials'] as const;
type Side = 'min' | 'max';

/** Which dimension is the minimum, or the maximum, of how many vectors. */
export function SharesPanel(): ReactNode {
  const shown = useShown();
  const before = useDrawnBefore();
  const hovered = useApp((state) => state.hoveredDimension);
  const { selectLayer, setExtreme } = useActions();
  const strongest = shown?.tails[0]?.side ?? 'min';
  const chosen = useApp((state) => state.extreme);
  const side = chosen === 'auto' ? strongest : chosen;
  const exploration = shown?.exploration;
  const left = useApp((state) => selectExtremesLeft(state, side));
  const token = useApp(selectTokenStates);
  const counted = before && (side === 'min' ? minimaOf : maximaOf)(before.side);
  const whole = before?.whole;
  const rows = useMemo(() => {
    const at = whole && token ? tokenExtremes(token) : undefined;
    return counted
      ? counted.map(({ counts }, l) => ({
          label: words.shortLayer(l),
          name: words.layer(l),
          counts,
          after: left?.[l]?.counts,
          token: at?.[l]?.[side],
        }))
      : [];
  }, [counted, left, token, side, whole]);
  const tails = useMemo(() => shown?.tails.filter((tail) => tail.side === side) ?? [], [shown?.tails, side]);
  if (!shown || !exploration || !before) return null;
  const of = vectorsOf(exploration);
  const tops = rows.map(({ counts }) => {
    const dim = largest(counts);
    return { dim, share: (counts[dim] ?? 0) / of };
  });
  const lost = counted?.[shown.layer]?.beyond ?? 0;
  const beyond = left?.[shown.layer]?.beyond ?? 0;
  const name = words.shares.side[side];
  const sentence = [
    words.shares.sentence[side],
    ...(left ? [words.shares.after] : []),
    ...(lost > 0 ? [words.shares.beyondBefore(count(lost), side)] : []),
    ...(beyond > 0 ? [words.shares.beyond(count(beyond), side)] : []),
  ].join(' ');
  return (
    <ChartFrame
      terms={TERMS}
      title={before.titled(sharesTitle(rows[shown.layer]?.counts ?? [], of, side, shown.layer))}
      sentence={before.said(sentence)}
      sample={shown.sample}
      summary={words.shares.summary(
        name,
        tops.map(({ dim, share }, l) => words.shares.row(words.layer(l), dim, percent(share))).join(' '),
      )}
      name={`share-of-${side === 'min' ? 'minima' : 'maxima'}`}
      rows={() => sharesTable(rows)}
      savedWith={before.note}
      stale={shown.stale}
      options={
        <Segmented<Side>
          label={words.shares.choose}
          value={side}
          onChange={setExtreme}
          options={[
            { value: 'min', text: words.shares.min },
            { value: 'max', text: words.shares.max },
          ]}
        />
      }
    >
      <ShareBars
        rows={rows}
        side={side}
        tails={tails}
        selected={shown.dimension}
        hovered={hovered}
        chosen={shown.layer}
        onHover={shown.onHover}
        onSelect={(dim, layer) => {
          shown.onSelect(dim);
          selectLayer(layer);
        }}
      />
    </ChartFrame>
  );
}

function largest(counts: ArrayLike<number>): number {
  let best = 0;
  for (let d = 1; d < counts.length; d++) if ((counts[d] ?? 0) > (counts[best] ?? 0)) best = d;
  return best;
}
