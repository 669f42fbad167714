import { percent } from '../../charts/scale/format.ts';
import type { GuessedMask } from '../../protocol/experiments/guess.ts';
import { strings } from '../../strings/index.ts';

const words = strings.predictView.guesses;

/** What the two cuts do to the likeliest word. */
export function guessTitle({ whole, after, inside }: GuessedMask): string {
  const [first] = whole;
  if (!first) return '';
  const [a, i] = [after?.[0], inside?.[0]];
  const { word } = first;
  const p = percent(first.probability);
  if (!a || !i) return words.titleWhole(word, p);
  const [stays, staysInside] = [a.id === first.id, i.id === first.id];
  if (stays && staysInside)
    return words.same({ word, whole: p, after: percent(a.probability), inside: percent(i.probability) });
  if (stays) return words.insideOther({ word, whole: p, inside: i.word, p: percent(i.probability) });
  if (staysInside) return words.afterOther({ word, after: a.word });
  return words.bothOther({ word, after: a.word, inside: i.word });
}
