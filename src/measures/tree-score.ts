import { bracketScore } from './bracket-score.ts';
import { induceTree, type Bracket } from './induce-tree.ts';

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
  const sum = gold.reduce((total, brackets, s) => {
    const found = induceTree(distances.subarray(starts[s] ?? 0, starts[s + 1] ?? 0));
    return total + bracketScore(found, brackets);
  }, 0);
  return (100 * sum) / gold.length;
}
