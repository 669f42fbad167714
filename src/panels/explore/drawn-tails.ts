import { percent } from '../../charts/scale/format.ts';
import type { Tail as DrawnTail } from '../../charts/tail.ts';
import type { Tail } from '../../measures/detect-tails.ts';
import { strings } from '../../strings/index.ts';

const words = strings.titles;
/** A mean nearer to the others than this is no spike: such a tail is one by its share. */
const SPIKE = 2;

/**
 * The same where what is drawn is not the vectors that they were found in: what the rule says of those is left out.
 */
export function markedTails(tails: readonly Tail[], layer: number): readonly DrawnTail[] {
  return drawnTails(tails, layer).map((tail) => ({ ...tail, label: '' }));
}

/**
 * The tails as charts of one layer draw them: faint where the rule does not hold, or holds for a special
 * token's vectors alone, whose share then says more than the mean of all.
 */
export function drawnTails(tails: readonly Tail[], layer: number): readonly DrawnTail[] {
  return tails.map((tail): DrawnTail => {
    const { dim, side, layers, scope, share, shareByKind, z } = tail;
    if (!layers.includes(layer)) return { dim, side, faint: true, label: '' };
    if (scope === 'special') {
      const first = tail.carriers.includes('first');
      const own = shareByKind[first ? 1 : 2][layer] ?? 0;
      const of = words.special[first ? 'first' : 'last'];
      return { dim, side, faint: true, label: words.spike.share(words.bound[side], percent(own), of) };
    }
    const outwards = (side === 'min' ? -1 : 1) * (z[layer] ?? 0);
    if (outwards >= SPIKE) return { dim, side };
    return { dim, side, label: words.spike.share(words.bound[side], percent(share[layer] ?? 0), '') };
  });
}
