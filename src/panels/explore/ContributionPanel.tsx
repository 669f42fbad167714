import { useMemo, type ReactNode } from 'react';
import { ContributionBars, contributionTable } from '../../charts/contribution/ContributionBars.tsx';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { percent, unit } from '../../charts/scale/format.ts';
import {
  selectContributionBase,
  selectContributions,
  selectContributionWhole,
} from '../../store/derive/contributions.ts';
import { selectCutHere } from '../../store/derive/drawn.ts';
import { selectTokenVector } from '../../store/derive/token.ts';
import { isPlain } from '../../store/treatments.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { EmptyChart } from './EmptyChart.tsx';
import { useDrawnBefore } from './use-drawn-before.ts';
import { useShown } from './use-shown.ts';

const words = strings.explore;
const TERMS = ['contribution', 'dimension', 'token'] as const;

/** What each dimension brings to the cosine of two random tokens, before and after the cut. */
export function ContributionPanel(): ReactNode {
  const shown = useShown();
  const drawn = useDrawnBefore(selectContributionBase);
  const whole = useApp(selectContributionWhole);
  const top = useApp(selectContributions);
  const cuts = useApp((state) => selectCutHere(state).size > 0);
  // of random dimensions, or of vectors that the network made anew, it would not be true
  const shortens = useApp((state) => state.where === 'after' && !state.control && isPlain(state));
  const token = useApp(selectTokenVector);
  const hovered = useApp((state) => state.hoveredDimension);
  const tails = shown?.tails;
  const plain = drawn?.whole;
  const items = useMemo(() => {
    const square = token?.reduce((sum, value) => sum + value * value, 0) ?? 0;
    return (
      top?.map((item) => ({
        ...item,
        tail: tails?.find((tail) => tail.dim === item.dim)?.side,
        token: plain && token && square > 0 ? (token[item.dim] ?? 0) ** 2 / square : undefined,
      })) ?? []
    );
  }, [top, tails, token, plain]);
  if (!shown || !drawn) return null;
  const [first] = items;
  if (!first)
    return (
      <EmptyChart
        title={words.contribution.titleNone}
        sentence={words.contribution.sentence(words.inLayer(shown.layer))}
        sample={shown.sample}
        name="contribution"
        terms={TERMS}
        instead={words.contribution.needTwo}
      />
    );
  const { contribution } = words;
  const sentence = contribution.sentence(words.inLayer(shown.layer));
  const lacking = cuts && items.some((item) => item.after === undefined);
  return (
    <ChartFrame
      title={
        first.share !== undefined && first.share > 0.02
          ? drawn.titled(contribution.title(first.dim, percent(first.share)))
          : contribution.titleNone
      }
      sentence={drawn.said(
        lacking
          ? `${sentence} ${contribution.unknown}`
          : cuts && shortens
            ? `${sentence} ${contribution.shorter}`
            : sentence,
      )}
      sample={whole === undefined ? shown.sample : shown.sampleOf(contribution.whole(unit(whole, 3)))}
      summary={contribution.summary(
        items
          .map(({ dim, before, share, after }) =>
            contribution.row(
              dim,
              unit(before, 3),
              share === undefined ? '' : percent(share),
              after === undefined ? '' : unit(after, 3),
            ),
          )
          .join(' '),
      )}
      name={`contribution-layer-${shown.layer}`}
      terms={TERMS}
      rows={() => contributionTable(items)}
      savedWith={drawn.note}
      stale={shown.stale}
    >
      <ContributionBars
        items={items}
        selected={shown.dimension}
        hovered={hovered}
        onHover={shown.onHover}
        onSelect={shown.onSelect}
      />
    </ChartFrame>
  );
}
