import { strings } from '../../strings/index.ts';
import { placeLabels, type Box, type LabelWish, type Spot } from '../scale/place-labels.ts';
import { textWidth } from '../scale/text-width.ts';
import type { SpikeLayout } from './spike-layout.ts';

/** Names of cut dimensions; a plot with more would say nothing but names, and the cut bar has them. */
const MOST = 3;
const LINE = 14;

/**
 * Where "81 cut to 0" stands: over or under the line, on the side that the needle left, as near to zero
 * as nothing is in the way.
 * @param dims those to name first come first
 * @param avoid what is drawn already: the line, other labels
 */
export function cutLabels(
  values: ArrayLike<number>,
  dims: readonly number[],
  layout: SpikeLayout,
  avoid: readonly Box[],
): ReadonlyMap<number, Spot> {
  const { left, right, top, bottom, x, y } = layout;
  const wishes = dims.slice(0, MOST).map((dim): LabelWish<number> => {
    const width = textWidth(strings.charts.spike.afterCut(dim), 12.5, true);
    const middle = Math.min(Math.max(x(dim), left + width / 2), right + 10 - width / 2);
    const up = (values[dim] ?? 0) < 0;
    const spots = [up, !up].flatMap((above) =>
      Array.from({ length: 8 }, (_, i): Spot => {
        const away = above ? -9 - 8 * i : 19 + 8 * i;
        return { x: middle, y: y(0) + away, anchor: 'middle' };
      }),
    );
    return { key: dim, width, height: LINE, spots };
  });
  const bounds = { x: left, y: top - 10, width: right + 12 - left, height: bottom - top + 14 };
  return placeLabels(wishes, bounds, avoid);
}
