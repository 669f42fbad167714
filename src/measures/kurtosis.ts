/**
 * How unevenly a layer's energy is spread over its dimensions: of r_d, the root mean square of
 * dimension d over tokens, mean(r^4) / mean(r^2)^2. It is 1 when all are equal and [dims] when one
 * dimension has everything.
 * @param square mean square of each dimension of one layer, [dims]
 * @returns 1 when all are zero: equal, like any other constant
 * @see He et al. 2024
 */
export function kurtosis(square: Float32Array | Float64Array): number {
  let sum = 0;
  let fourth = 0;
  for (const value of square) {
    sum += value;
    fourth += value * value;
  }
  return sum === 0 ? 1 : (fourth * square.length) / sum ** 2;
}
