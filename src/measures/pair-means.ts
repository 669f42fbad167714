/** Mean cosines of pairs, by layer. */
export interface PairMeans {
  /** Of pairs within a group; NaN without such a pair. */
  readonly same: Float64Array;
  /** Of pairs of two groups; NaN without such a pair. */
  readonly different: Float64Array;
}

/**
 * The mean cosine of the pairs within groups, and of those across.
 * @param cosines [layers, pairs]
 * @param same of each pair, whether its two are of one group
 */
export function pairMeans(cosines: ArrayLike<number>, same: readonly boolean[]): PairMeans {
  const pairs = same.length;
  const layers = pairs === 0 ? 0 : cosines.length / pairs;
  const mean = (kind: boolean): Float64Array => {
    const chosen = same.flatMap((one, pair) => (one === kind ? [pair] : []));
    return Float64Array.from({ length: layers }, (_, layer) => {
      const sum = chosen.reduce((before, pair) => before + (cosines[layer * pairs + pair] ?? NaN), 0);
      return sum / chosen.length;
    });
  };
  return { same: mean(true), different: mean(false) };
}
