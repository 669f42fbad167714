import { useMemo, type ReactNode } from 'react';
import { ContributionBars, contributionTable } from '../../charts/contribution/ContributionBars.tsx';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { percent, unit } from '../../charts/scale/format.ts';
import { selectDimension } from '../../store/derive/choice.ts';
import { selectDrawnTails } from '../../store/derive/drawn.ts';
import { largestContributions } from '../../store/derive/lab/geometry-contributions.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import styles from '../lab/lab.module.css';
import { useGeometry } from './use-geometry.ts';

const words = strings.geometryView.contribution;
/** Dimensions shown. */
const ROWS = 8;

/** What each dimension brings to the cosine of two random tokens of the layer in view. */
export function ContributionPanel(): ReactNode {
  const shown = useGeometry();
  const dimension = useApp(selectDimension);
  const tails = useApp(selectDrawnTails);
  const hovered = useApp((state) => state.hoveredDimension);
  const { selectDimension: onSelect, hoverDimension: onHover } = useActions();
  const sides = shown?.sides;
  const layer = shown?.layer ?? 0;
  const items = useMemo(
    () =>
      sides &&
      largestContributions(sides.before, sides.after, layer, { rows: ROWS, also: dimension })?.map(
        (item) => ({ ...item, tail: tails.find(({ dim }) => dim === item.dim)?.side }),
      ),
    [sides, layer, dimension, tails],
  );
  if (!shown) return null;
  const [first] = items ?? [];
  if (!items || !first)
    return (
      <p className={styles['hint']}>{shown.answer.result.sentences < 2 ? words.oneSentence : words.none}</p>
    );
  const { share } = first;
  return (
    <ChartFrame
      title={
        share !== undefined && share > 0.02
          ? words.title(first.dim, percent(share), shown.where)
          : words.titleNone(shown.where)
      }
      sentence={words.sentence}
      sample={shown.sample}
      summary={items
        .map(({ dim, before, after }) =>
          words.row(dim, unit(before, 3), after === undefined ? '' : unit(after, 3)),
        )
        .join(' ')}
      name={`geometry-contribution-layer-${layer}`}
      rows={() => contributionTable(items)}
      savedWith={shown.cutNote}
      stale={shown.stale}
      terms={['contribution', 'anisotropy']}
    >
      <ContributionBars
        items={items}
        selected={dimension}
        hovered={hovered}
        onHover={onHover}
        onSelect={onSelect}
      />
    </ChartFrame>
  );
}
