import type { Random } from '../core/random.ts';
import { drawDistinct } from './draw-distinct.ts';

/** A word of a text and where it first stands in each sentence that has it. */
export interface ChosenWord {
  /** Lower-cased. */
  readonly form: string;
  readonly places: readonly Place[];
}

/** Word number `word` of sentence number `sentence`. */
export interface Place {
  readonly sentence: number;
  readonly word: number;
}

export interface WordChoice {
  /** Sentences that a word must be in. */
  readonly least: number;
  /** Words to take; drawn when there are more. */
  readonly most: number;
}

const LETTER = /\p{L}/u;

/**
 * Words for the self-similarity: lower-cased, with a letter in them, in at least so many sentences; the first
 * occurrence in each.
 * @param sentences the words of each sentence, as they are written
 * @returns in the order in which they first come, and how many there were to draw from
 * @see Ethayarajh 2019; Luo et al. 2021, section 4 (words with at least 10 occurrences, 1,000 of them)
 */
export function chooseWords(
  sentences: readonly (readonly string[])[],
  { least, most }: WordChoice,
  random: Random,
): { readonly words: readonly ChosenWord[]; readonly eligible: number } {
  const places = new Map<string, Place[]>();
  for (const [sentence, words] of sentences.entries()) {
    for (const [word, written] of words.entries()) {
      const form = written.toLowerCase();
      const known = places.get(form);
      if (known === undefined) places.set(form, [{ sentence, word }]);
      else if (known.at(-1)?.sentence !== sentence) known.push({ sentence, word });
    }
  }
  const eligible = [...places].filter(([form, all]) => all.length >= least && LETTER.test(form));
  const drawn =
    eligible.length <= most
      ? eligible
      : drawDistinct(eligible.length, most, random)
          .sort((a, b) => a - b)
          .flatMap((i) => (eligible[i] ? [eligible[i]] : []));
  return { words: drawn.map(([form, all]) => ({ form, places: all })), eligible: eligible.length };
}
