/**
 * Largest absolute difference of hidden states from reference values, over every token that is no padding.
 * @param layers each [batch, length, dims]
 * @param expected [layers, batch, length, dims]
 * @param mask [batch, length], 0 at padding
 * @returns infinity when a layer is missing or a value is not a number
 */
export function largestError(
  layers: readonly unknown[],
  expected: Float32Array,
  mask: BigInt64Array,
): number {
  const size = expected.length / layers.length;
  const dims = size / mask.length;
  let largest = 0;
  for (const [layer, states] of layers.entries()) {
    if (!(states instanceof Float32Array) || states.length !== size) return Infinity;
    for (const [i, value] of states.entries()) {
      if (mask[Math.floor(i / dims)] === 0n) continue;
      const difference = Math.abs(value - (expected[layer * size + i] ?? NaN));
      if (Number.isNaN(difference)) return Infinity;
      largest = Math.max(largest, difference);
    }
  }
  return largest;
}
