import type { Column, CosineSample } from './cosine-sample.ts';

/** What one dimension brings to the mean cosine of a sample. */
export interface SampledContribution {
  readonly before: number;
  readonly after: number;
}

/**
 * The part of a sample's mean cosine that is one dimension's, before a cut of other dimensions and
 * after it: the same products x_d y_d, over shorter norms. Of a dimension that is cut itself, after
 * is 0.
 * @param kept squared norms that the cut leaves in this layer, [items], Infinity for nothing left
 *   (cut-cosines.ts, keptSquares)
 */
export function cutContribution(
  sample: CosineSample,
  column: Column,
  kept: Float64Array,
  layer: number,
): SampledContribution {
  const { items, squares, left, right, weights } = sample;
  const base = layer * items;
  let before = 0;
  let after = 0;
  for (let p = 0; p < left.length; p++) {
    const i = left[p] ?? 0;
    const j = right[p] ?? 0;
    const product = (column[base + i] ?? 0) * (column[base + j] ?? 0) * (weights[p] ?? 0);
    // where either vector is zero so is the product
    if (product === 0) continue;
    before += product / Math.sqrt((squares[base + i] ?? 0) * (squares[base + j] ?? 0));
    after += product / Math.sqrt((kept[i] ?? 0) * (kept[j] ?? 0));
  }
  return { before, after };
}
