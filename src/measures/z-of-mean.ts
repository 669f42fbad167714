/** Of the root mean square of a layer's elements: no mean of fewer than 10^8 vectors is known more exactly than that. */
const BELOW_ROUNDING = 1e-4;

/**
 * How many standard deviations each dimension of a layer's mean vector lies from the average
 * dimension; the standard deviation is that of a sample (n - 1).
 * @param mean mean vector of one layer, [dims]
 * @param square mean squares of the vectors it is the mean of, [dims]; left out of a vector that is no mean
 * @returns [dims]; zeros when all dimensions are equal, since then none stands out, and when every mean is nothing
 * beside the vectors, as a remedy leaves it: what is left is rounding
 */
export function zOfMean(
  mean: Float32Array | Float64Array,
  square?: Float32Array | Float64Array,
): Float64Array {
  const dims = mean.length;
  let sum = 0;
  for (const value of mean) sum += value;
  const centre = sum / dims;
  let squares = 0;
  for (const value of mean) squares += (value - centre) ** 2;
  const deviation = Math.sqrt(squares / (dims - 1));
  // Rounding in the centre may leave a speck where all values are equal.
  const flat = !(deviation > Math.abs(centre) * 1e-14) || (square !== undefined && isNothing(mean, square));
  return Float64Array.from(mean, (value) => (flat ? 0 : (value - centre) / deviation));
}

function isNothing(mean: Float32Array | Float64Array, square: Float32Array | Float64Array): boolean {
  let sum = 0;
  for (const value of square) sum += value;
  const bar = BELOW_ROUNDING * Math.sqrt(sum / square.length);
  return mean.every((value) => Math.abs(value) <= bar);
}

/** The same of every layer. @param mean, square [layers, dims] @returns [layers, dims] */
export function zByLayer(
  { layers, dims }: { readonly layers: number; readonly dims: number },
  mean: Float32Array | Float64Array,
  square: Float32Array | Float64Array,
): Float64Array {
  const z = new Float64Array(layers * dims);
  for (let l = 0; l < layers; l++) {
    const row = [l * dims, (l + 1) * dims] as const;
    z.set(zOfMean(mean.subarray(...row), square.subarray(...row)), row[0]);
  }
  return z;
}
