import type { WicPair } from '../../../datasets/index.ts';
import { placeOf, splitWords } from '../../../store/trials/playground.ts';

/** A word where it stands in a sentence. */
export interface WordPlace {
  /** "spring²" */
  readonly label: string;
  /** What counts as the same: a word, or a heap of its sentences. */
  readonly group: string;
  readonly word: string;
  readonly sentence: string;
}

/** Two of the places, by their numbers. */
export type PlacePair = WicPair & { readonly between: readonly [number, number] };

/** Every two places, as Word in Context has its pairs; those are left out whose word is none of their sentence's. */
export function pairsOfPlaces(places: readonly WordPlace[]): readonly PlacePair[] {
  const found = places.flatMap(({ word, sentence }, number) => {
    const place = placeOf(word, sentence);
    return place < 0 ? [] : [{ number, word, place, words: splitWords(sentence) }];
  });
  return found.flatMap((a, i) =>
    found.slice(i + 1).map((b) => ({
      line: a.number + 1,
      word: a.word,
      kind: '',
      sentences: [a.words, b.words] as const,
      places: [a.place, b.place] as const,
      same: false,
      between: [a.number, b.number] as const,
    })),
  );
}

/** The cosines of a side in one layer. */
export interface PairCosines {
  /** Numbers of the pairs that were measured. */
  readonly measured: Uint32Array;
  /** By measured pair. */
  readonly cosines: Float64Array;
}

/** Places of which both sides measured all pairs that either measured, and the cosines of each side's. */
export interface MatricesOfBoth {
  /** Numbers of the places. */
  readonly places: readonly number[];
  /** [places, places] */
  readonly a: Float64Array;
  readonly b: Float64Array;
}

export function matricesOf(pairs: readonly PlacePair[], a: PairCosines, b: PairCosines): MatricesOfBoth {
  const inB = new Set(b.measured);
  const common = Array.from(a.measured).flatMap((p) => (inB.has(p) ? (pairs[p]?.between ?? []) : []));
  const places = [...new Set(common)].sort((x, y) => x - y);
  const rowOf = new Map(places.map((place, row) => [place, row]));
  const n = places.length;
  const fill = ({ measured, cosines }: PairCosines): Float64Array => {
    const matrix = new Float64Array(n * n).fill(NaN);
    for (let row = 0; row < n; row++) matrix[row * n + row] = 1;
    for (const [i, p] of measured.entries()) {
      const [row, column] = (pairs[p]?.between ?? []).map((place) => rowOf.get(place));
      if (row === undefined || column === undefined) continue;
      matrix[row * n + column] = cosines[i] ?? NaN;
      matrix[column * n + row] = cosines[i] ?? NaN;
    }
    return matrix;
  };
  return { places, a: fill(a), b: fill(b) };
}
