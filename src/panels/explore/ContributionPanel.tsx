import { useMemo, type ReactNode } from 'react';
import { ContributionBars, contributionTable } from '../../charts/contribution/ContributionBars.tsx';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { percent, unit } from '../../charts/scale/format.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import { selectCutSet } from '../../store/derive/drawn.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import styles from './panels.module.css';
import { useShown } from './use-shown.ts';

const words = strings.explore;
const ROWS = 8;

interface Contribution {
  readonly dim: number;
  readonly before: number;
  readonly share: number;
}

/** What each dimension brings to the cosine of two random tokens. */
export function ContributionPanel(): ReactNode {
  const shown = useShown();
  const cut = useApp(selectCutSet);
  const hovered = useApp((state) => state.hoveredDimension);
  const { exploration, layer = 0, dimension = 0, tails } = shown ?? {};
  const top = useMemo(
    () => exploration && topContributions(exploration, layer, dimension),
    [exploration, layer, dimension],
  );
  const items = useMemo(
    () =>
      top?.map((item) => ({
        ...item,
        after: cut.has(item.dim) ? 0 : undefined,
        tail: tails?.find((tail) => tail.dim === item.dim)?.side,
      })) ?? [],
    [top, cut, tails],
  );
  if (!shown) return null;
  const [first] = items;
  if (!first) return <p className={styles['instead']}>{words.contribution.needTwo}</p>;
  return (
    <ChartFrame
      title={
        first.share > 0.02
          ? words.contribution.title(first.dim, percent(first.share))
          : words.contribution.titleNone
      }
      sentence={words.contribution.sentence(words.inLayer(shown.layer))}
      sample={shown.sample}
      summary={words.contribution.summary(
        items
          .map(({ dim, before, share }) => words.contribution.row(dim, unit(before, 3), percent(share)))
          .join(' '),
      )}
      name={`contribution-layer-${shown.layer}`}
      rows={() => contributionTable(items)}
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

/** The largest contributions of a layer, and the chosen dimension's. */
function topContributions(
  { contribution, dims }: Exploration,
  layer: number,
  dimension: number,
): readonly Contribution[] | undefined {
  if (!contribution) return undefined;
  const values = contribution.subarray(layer * dims, (layer + 1) * dims);
  const whole = values.reduce((sum, value) => sum + value, 0);
  const order = Array.from(values.keys()).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const top = order.slice(0, ROWS);
  if (!top.includes(dimension)) top.splice(-1, 1, dimension);
  return top.map((dim) => {
    const before = values[dim] ?? 0;
    return { dim, before, share: whole > 0 ? before / whole : 0 };
  });
}
