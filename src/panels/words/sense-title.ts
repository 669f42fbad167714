import { decimal } from '../../charts/scale/format.ts';
import type { Deed } from '../comparison/deed.ts';
import { strings } from '../../strings/index.ts';

const words = strings.wordsView.wsd;
/** A change of a share × 100 that two decimals show. */
const VISIBLE = 0.005;

/**
 * What a cut does to the share of senses told.
 * @param before share × 100
 * @param where "in layer 3"
 */
export function senseTitle(before: number, after: number | undefined, deed: Deed, where: string): string {
  if (after === undefined) return words.titleWhole(decimal(before, 1), where);
  const change = after - before;
  if (!(Math.abs(change) > VISIBLE)) return words.titleSame(deed.doing, where);
  const by = decimal(Math.abs(change), 1);
  return change > 0 ? words.titleMore(deed.done, by, where) : words.titleLess(deed.done, by, where);
}
