import type { HiddenStates } from '../../core/hidden-states.ts';
import { seeded } from '../../core/random.ts';
import { chooseWords, type ChosenWord } from '../../measures/choose-words.ts';
import type { PairsWithin } from '../../measures/pairs-within.ts';
import type { UnitSums } from '../../measures/unit-sums.ts';
import type {
  SelfSimilarityRequest,
  SelfSimilarityResult,
} from '../../protocol/experiments/self-similarity.ts';
import { pickRows } from '../corpus-pass.ts';

/** The words of a text that are compared with themselves, and the sentences of it that came. */
export interface WordsOfText {
  readonly chosen: readonly ChosenWord[];
  /** The words of every sentence; the empty form is none. */
  readonly forms: readonly (readonly string[])[];
  readonly came: ReadonlySet<number>;
  /** Pairs of occurrences of the chosen words. */
  readonly pairs: PairsWithin;
  /** Vectors of the pairs' items; zeros where they have not come. */
  readonly kept: HiddenStates;
}

/** The words that are told of, and what there is of them. */
export interface CountedWords extends Pick<SelfSimilarityResult, 'words' | 'eligible'> {
  readonly pairs: Omit<PairsWithin, 'items'>;
  readonly kept: HiddenStates;
  /** Mean cosine over all pairs of each word's occurrences, [layers, words]. */
  readonly means: (sums: UnitSums) => Float64Array;
}

/** Of a pass that was broken off, the words that are in enough of the sentences that came: as if these were the text. */
export function wordsThatCame(
  { chosen, forms, came, pairs, kept }: WordsOfText,
  { least, most, seed }: SelfSimilarityRequest,
): CountedWords {
  const here = forms.map((words, sentence) => (came.has(sentence) ? words : []));
  const hasCome = pairs.items.map(({ group, member }) => {
    const sentence = chosen[group]?.places[member]?.sentence;
    return sentence !== undefined && came.has(sentence);
  });
  const words = chosen.flatMap(({ form, places }, group) => {
    const occurrences = places.filter(({ sentence }) => came.has(sentence)).length;
    const own = pairNumbers(pairs, group).filter((p) => ends(pairs, p).every((item) => hasCome[item]));
    return occurrences >= least ? [{ form, occurrences, group, own }] : [];
  });
  const items = [...new Set(words.flatMap(({ own }) => own.flatMap((p) => ends(pairs, p))))];
  const places = new Map(items.map((item, place) => [item, place]));
  const side = (all: Uint32Array): Uint32Array =>
    Uint32Array.from(
      words.flatMap(({ own }) => own),
      (p) => places.get(all[p] ?? 0) ?? 0,
    );
  // of some words no kept pair came, though their sums are there
  const paired = words.filter(({ own }) => own.length > 0).length;
  let end = 0;
  return {
    words: words.map(({ form, occurrences }) => ({ form, occurrences })),
    eligible: chooseWords(here, { least, most }, seeded(seed)).eligible,
    pairs: {
      left: side(pairs.left),
      right: side(pairs.right),
      weights: Float64Array.from(words.flatMap(({ own }) => own.map(() => 1 / (paired * own.length)))),
      starts: Uint32Array.from([0, ...words.map(({ own }) => (end += own.length))]),
      complete: words.every(({ own, occurrences }) => own.length === (occurrences * (occurrences - 1)) / 2),
    },
    kept: pickRows(kept, Uint32Array.from(items)),
    means: (sums) => {
      const all = sums.meanCosines();
      const layers = all.length / chosen.length;
      return Float64Array.from(
        Array.from({ length: layers }, (_, layer) =>
          words.map(({ group }) => all[layer * chosen.length + group] ?? NaN),
        ).flat(),
      );
    },
  };
}

const pairNumbers = ({ starts }: PairsWithin, group: number): number[] => {
  const first = starts[group] ?? 0;
  return Array.from({ length: (starts[group + 1] ?? first) - first }, (_, i) => first + i);
};

const ends = ({ left, right }: PairsWithin, pair: number): number[] => [left[pair] ?? 0, right[pair] ?? 0];
