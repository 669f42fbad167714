import type { WicPair } from './read-wic.ts';

/** Letters that an ending may add to a word: "ing" after a doubled consonant. */
const ENDING = 4;

/**
 * Whether a place of the pair is another word's than the target's: the word there begins with another letter, and elsewhere the
 * sentence has a form of the target. Irregular forms begin as their word does but for a few ("went"), whose sentences rarely have
 * a regular one beside them; a wrong place on a word with the same first letter is not noticed.
 */
export function pointsElsewhere({ word, sentences, places }: WicPair): boolean {
  const target = word.toLowerCase();
  return sentences.some((words, side) => {
    const there = words[places[side] ?? -1]?.toLowerCase();
    return (
      there !== undefined &&
      !there.startsWith(target.slice(0, 1)) &&
      words.some((one) => isFormOf(one.toLowerCase(), target))
    );
  });
}

function isFormOf(form: string, target: string): boolean {
  // "carry" is in "carries", "make" in "making"
  const stem = target.length > 3 ? target.slice(0, -1) : target;
  return form.startsWith(stem) && form.length <= target.length + ENDING;
}
