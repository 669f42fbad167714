import type { Bracket } from './induce-tree.ts';

/**
 * F1 of the tree that distances give, x 100: that of `bracketScore` on what `induceTree` finds, without making the tree. It is asked
 * for every sentence of a treebank in every layer at each cut.
 * @param from first distance of the sentence, and one past the last
 * @param gold brackets without repeats
 */
export function sentenceScore(
  distances: ArrayLike<number>,
  from: number,
  to: number,
  gold: readonly Bracket[],
): number {
  const words = to - from + 1;
  // each bracket of two words and more but the whole sentence is found once
  const found = Math.max(0, words - 2);
  if (found + gold.length === 0) return 0;
  const own = keysOf(gold);
  const open: number[] = [0, words];
  let matched = 0;
  while (open.length > 0) {
    const end = open.pop() ?? 0;
    const begin = open.pop() ?? 0;
    if (end - begin < words && own.has(keyOf(begin, end))) matched++;
    if (end - begin < 3) continue;
    let split = begin;
    let largest = -Infinity;
    for (let i = begin; i < end - 1; i++) {
      const distance = distances[from + i] ?? NaN;
      if (distance > largest) [largest, split] = [distance, i];
    }
    if (split + 1 - begin > 1) open.push(begin, split + 1);
    if (end - split - 1 > 1) open.push(split + 1, end);
  }
  return (200 * matched) / (found + gold.length);
}

/**
 * Mean over sentences of the F1 of the trees that distances give, x 100.
 * @param distances of one layer, between each word and the next, sentence after sentence
 * @param starts first distance of each sentence, and the number of distances at the end
 * @param gold brackets of each sentence
 * @returns NaN without sentences
 */
export function treeScore(
  distances: Float64Array,
  starts: ArrayLike<number>,
  gold: readonly (readonly Bracket[])[],
): number {
  const sum = gold.reduce(
    (total, brackets, s) => total + sentenceScore(distances, starts[s] ?? 0, starts[s + 1] ?? 0, brackets),
    0,
  );
  return sum / gold.length;
}

/** Sets of brackets by their array, which lives as long as its data. */
const known = new WeakMap<readonly Bracket[], ReadonlySet<number>>();

function keysOf(gold: readonly Bracket[]): ReadonlySet<number> {
  const before = known.get(gold);
  if (before) return before;
  const keys = new Set(gold.map(([from, to]) => keyOf(from, to)));
  known.set(gold, keys);
  return keys;
}

/** Sentences have fewer than 65,536 words. */
const keyOf = (from: number, to: number): number => from * 65_536 + to;
