import { decimal } from '../../charts/scale/format.ts';
import type { Deed } from '../comparison/deed.ts';
import { strings } from '../../strings/index.ts';

const words = strings.syntaxView.trees;
/** A change of F1 × 100 that two decimals show. */
const VISIBLE = 0.005;

/**
 * What a cut does to how well induced trees match.
 * @param before F1 × 100
 * @param where "in layer 3"
 */
export function scoreTitle(before: number, after: number | undefined, deed: Deed, where: string): string {
  if (after === undefined) return words.titleWhole(decimal(before, 1), where);
  const change = after - before;
  if (!(Math.abs(change) > VISIBLE)) return words.titleSame(deed.doing, where);
  const by = decimal(Math.abs(change), Math.abs(change) < 1 ? 2 : 1);
  return change > 0 ? words.titleBetter(deed.done, by, where) : words.titleWorse(deed.done, by, where);
}
