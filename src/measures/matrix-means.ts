/** Mean cosines of the pairs of a matrix. */
export interface MatrixMeans {
  /** Of pairs in the same group; NaN without such a pair. */
  readonly same: number;
  /** Of pairs of two groups; NaN without such a pair. */
  readonly different: number;
}

/**
 * @param matrix symmetric, [n, n]
 * @param groups which group each of the n items is of: the word that a token is
 */
export function matrixMeans(matrix: ArrayLike<number>, groups: readonly string[]): MatrixMeans {
  const n = groups.length;
  const sums = { same: 0, different: 0 };
  const counts = { same: 0, different: 0 };
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const kind = groups[i] === groups[j] ? 'same' : 'different';
      sums[kind] += matrix[i * n + j] ?? 0;
      counts[kind] += 1;
    }
  }
  return { same: sums.same / counts.same, different: sums.different / counts.different };
}
