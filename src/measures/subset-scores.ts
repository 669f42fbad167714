import { pearson, spearman } from './correlation.ts';

/** One figure for each way of putting subsets together; they can differ in sign, so each is to be named. */
export interface Aggregations {
  /** Of all pairs together. */
  readonly all: number;
  /** Mean over subsets. */
  readonly mean: number;
  /** Mean over subsets, weighted by their pairs. */
  readonly weighted: number;
}

export interface SubsetScores {
  readonly spearman: Aggregations;
  readonly pearson: Aggregations;
  /** Of each subset. */
  readonly bySubset: readonly { readonly spearman: number; readonly pearson: number }[];
}

/**
 * How well cosines follow people's scores, x 100, over subsets one after another.
 * @param starts first pair of each subset, and the number of pairs at the end
 * @returns NaN for a subset without an order (see `spearman`), and so for its means
 * @see Gao et al. 2021 (SimCSE), appendix B, on how the published figures of STS12-16 differ
 */
export function subsetScores(
  cosines: Float64Array,
  scores: Float64Array,
  starts: ArrayLike<number>,
): SubsetScores {
  const subsets = Array.from({ length: starts.length - 1 }, (_, s) => {
    const range = [starts[s] ?? 0, starts[s + 1] ?? 0] as const;
    const [x, y] = [cosines.subarray(...range), scores.subarray(...range)];
    return { pairs: x.length, spearman: 100 * spearman(x, y), pearson: 100 * pearson(x, y) };
  });
  // one subset is all pairs together
  const only = subsets.length === 1 ? subsets[0] : undefined;
  const together = (key: 'spearman' | 'pearson', all: number): Aggregations => {
    const pairs = subsets.reduce((sum, subset) => sum + subset.pairs, 0);
    return {
      all: 100 * all,
      mean: subsets.reduce((sum, subset) => sum + subset[key], 0) / subsets.length,
      weighted: subsets.reduce((sum, subset) => sum + subset[key] * subset.pairs, 0) / pairs,
    };
  };
  return {
    spearman: together('spearman', only ? only.spearman / 100 : spearman(cosines, scores)),
    pearson: together('pearson', only ? only.pearson / 100 : pearson(cosines, scores)),
    bySubset: subsets.map(({ spearman: s, pearson: p }) => ({ spearman: s, pearson: p })),
  };
}
