/** How often words were told right. */
export interface WordAccuracy {
  /** Unweighted mean over words of each word's share. */
  readonly macro: number;
  /** Share of all items. */
  readonly micro: number;
  /** Each word's share; NaN for a word without items. */
  readonly byWord: Float64Array;
}

/**
 * @param word word of each item
 * @param right 1 for an item that was told right
 * @param words how many words there are
 * @returns NaN without items; words without items do not count in the mean
 */
export function wordAccuracy(word: ArrayLike<number>, right: ArrayLike<number>, words: number): WordAccuracy {
  const items = new Uint32Array(words);
  const hits = new Uint32Array(words);
  let all = 0;
  for (let i = 0; i < word.length; i++) {
    const w = word[i] ?? 0;
    items[w] = (items[w] ?? 0) + 1;
    if (right[i] !== 1) continue;
    hits[w] = (hits[w] ?? 0) + 1;
    all++;
  }
  const byWord = Float64Array.from(items, (count, w) => (hits[w] ?? 0) / count);
  const known = byWord.filter((share) => !Number.isNaN(share));
  const macro = known.reduce((sum, share) => sum + share, 0) / known.length;
  return { macro, micro: all / word.length, byWord };
}
