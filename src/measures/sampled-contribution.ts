import type { Column, CosineSample } from './cosine-sample.ts';

/**
 * Each pair's weight over its two norms in one layer, [pairs]: what a product x_d y_d is multiplied by
 * to be its part of the mean cosine. It is the same for every dimension. 0 where a vector is zero.
 * @param squares squared norms, [items]: the sample's own, or what a cut leaves (keptSquares)
 */
export function pairScales({ left, right, weights }: CosineSample, squares: Float64Array): Float64Array {
  const scales = new Float64Array(left.length);
  for (let p = 0; p < left.length; p++) {
    const norms = (squares[left[p] ?? 0] ?? 0) * (squares[right[p] ?? 0] ?? 0);
    scales[p] = norms > 0 ? (weights[p] ?? 0) / Math.sqrt(norms) : 0;
  }
  return scales;
}

/**
 * The part of a sample's mean cosine that is one dimension's. After a cut of other dimensions it is
 * the same products over shorter norms; of a dimension that is cut itself nothing is left.
 * @param scales from `pairScales`, of the same layer
 */
export function sampledContribution(
  { items, left, right }: CosineSample,
  column: Column,
  scales: Float64Array,
  layer: number,
): number {
  const base = layer * items;
  let sum = 0;
  for (let p = 0; p < left.length; p++) {
    const product = (column[base + (left[p] ?? 0)] ?? 0) * (column[base + (right[p] ?? 0)] ?? 0);
    sum += product * (scales[p] ?? 0);
  }
  return sum;
}
