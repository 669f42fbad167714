import { unit } from '../../charts/scale/format.ts';
import type { Deed } from '../comparison/deed.ts';
import { strings } from '../../strings/index.ts';

const words = strings.wordsView.play;
/** A change of a mean cosine that three decimals show well. */
const VISIBLE = 0.001;

interface Means {
  readonly same: number;
  readonly different: number;
}

/** Whether senses lie apart, and what a cut does to the gap between them. */
export function playTitle(
  before: Means,
  after: Means | undefined,
  { word, deed, layer }: { readonly word: string; readonly deed: Deed; readonly layer: number },
): string {
  const where = strings.explore.inLayer(layer);
  const gap = ({ same, different }: Means): number => same - different;
  if (!Number.isFinite(gap(before))) return words.titleOne(word, where);
  if (!after) {
    const begun = where.charAt(0).toUpperCase() + where.slice(1);
    return words.titleWhole(unit(before.same, 3), unit(before.different, 3), begun);
  }
  const change = gap(after) - gap(before);
  if (Math.abs(change) < VISIBLE) return words.titleSame(deed.doing);
  const by = unit(Math.abs(change), 3);
  return change > 0 ? words.titleApart(deed.done, by) : words.titleTogether(deed.done, by);
}
