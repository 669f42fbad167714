/**
 * Expected cosine of two tokens of different sentences, by layer: the sum of the contributions of the
 * dimensions.
 * @param contribution [layers, dims]
 */
export function anisotropy(contribution: Float64Array, layers: number): Float64Array {
  const dims = contribution.length / layers;
  const sums = new Float64Array(layers);
  for (let layer = 0; layer < layers; layer++) {
    let sum = 0;
    for (const value of contribution.subarray(layer * dims, (layer + 1) * dims)) sum += value;
    sums[layer] = sum;
  }
  return sums;
}
