import { unit } from '../../charts/scale/format.ts';
import type { Deed } from '../comparison/deed.ts';
import { strings } from '../../strings/index.ts';

const words = strings.wordsView.self;
/** A change of a mean cosine that three decimals show well. */
const VISIBLE = 0.001;

/**
 * What a cut does to how like themselves words are.
 * @param kind as measured, or less the anisotropy
 * @param where "in layer 3"
 */
export function likenessTitle(
  kind: 'raw' | 'less',
  before: number,
  after: number | undefined,
  deed: Deed,
  where: string,
): string {
  const own =
    kind === 'raw'
      ? { whole: words.rawWhole, same: words.rawSame, falls: words.rawFalls, rises: words.rawRises }
      : { whole: words.lessWhole, same: words.lessSame, falls: words.lessFalls, rises: words.lessRises };
  if (after === undefined) return own.whole(unit(before, 3), where);
  const change = after - before;
  if (!(Math.abs(change) >= VISIBLE)) return own.same(deed.doing, where);
  const said = kind === 'raw' ? deed.done : deed.doing;
  return (change < 0 ? own.falls : own.rises)(said, unit(Math.abs(change), 3), where);
}
