import { unit } from '../../charts/scale/format.ts';
import type { GridCell } from '../../measures/threshold-grid.ts';
import type { Deed } from '../comparison/deed.ts';
import { strings } from '../../strings/index.ts';

const words = strings.wordsView.wic;

/** What the best cell tells, and what a cut does to it. */
export function thresholdTitle(before: GridCell, after: GridCell | undefined, deed: Deed): string {
  const share = (cell: GridCell): string => unit(cell.accuracy, 4);
  if (after) return words.titleCut(deed.done, share(before), share(after));
  return words.title(share(before), strings.explore.inLayer(before.layer), unit(before.threshold, 1));
}
