/**
 * How many standard deviations each dimension of a layer's mean vector lies from the average
 * dimension; the standard deviation is that of a sample (n - 1).
 * @param mean mean vector of one layer, [dims]
 * @returns [dims]; zeros when all dimensions are equal, since then none stands out
 */
export function zOfMean(mean: Float32Array | Float64Array): Float64Array {
  const dims = mean.length;
  let sum = 0;
  for (const value of mean) sum += value;
  const centre = sum / dims;
  let squares = 0;
  for (const value of mean) squares += (value - centre) ** 2;
  const deviation = Math.sqrt(squares / (dims - 1));
  // Rounding in the centre may leave a speck where all values are equal.
  const flat = !(deviation > Math.abs(centre) * 1e-14);
  return Float64Array.from(mean, (value) => (flat ? 0 : (value - centre) / deviation));
}
