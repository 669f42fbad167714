import type { PackedSymmetric } from './packed-symmetric.ts';

/** Vectors of whose mean square less than this share is variance count as all the same: what is left is rounding. */
const LEAST_VARIANCE = 1e-12;

/**
 * How evenly vectors use the directions of their space: 1 where their variance is the same in all, 0 where it is all in one.
 *
 * With s the variances along the principal components brought to the length sqrt(n), the defect is
 * delta = |s - 1| / sqrt(2 (n - sqrt n)), phi = (n - delta^2 (n - sqrt n))^2 / n^2, and IsoScore = (n phi - 1) / (n - 1).
 * As |s|^2 = n, n phi is (sum s)^2 / n: the squared trace of the covariance over the sum of its squared elements, for which no
 * component is needed. A dimension that is zeroed stays one of the n: it is a direction that is not used.
 * @param covariance of one layer
 * @param square mean square of each dimension, [dims]: tells variance from rounding
 * @returns NaN for vectors that are all the same, as of one alone, and for a single dimension
 * @see Rudman et al. 2022, "IsoScore: Measuring the Uniformity of Embedding Space Utilization"
 */
export function isoScore(covariance: PackedSymmetric, square: ArrayLike<number>): number {
  const dims = square.length;
  let [trace, squares, meanSquare] = [0, 0, 0];
  let at = 0;
  for (let row = 0; row < dims; row++) {
    meanSquare += square[row] ?? 0;
    const variance = covariance[at++] ?? 0;
    trace += variance;
    squares += variance * variance;
    for (let column = row + 1; column < dims; column++) {
      const value = covariance[at++] ?? 0;
      squares += 2 * value * value;
    }
  }
  if (dims < 2 || !(trace > LEAST_VARIANCE * meanSquare)) return NaN;
  return (trace ** 2 / squares - 1) / (dims - 1);
}
