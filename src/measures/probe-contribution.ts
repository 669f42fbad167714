import { at } from '../core/at.ts';

/** Vectors as rows. */
export interface ProbeRows {
  readonly count: number;
  readonly dims: number;
  /** Row-major [count, dims]. */
  readonly data: Float32Array;
}

/** The class with the largest logit of each row, the first on ties. @param logits row-major [rows, classes] */
export function largestLogits(logits: Float32Array, classes: number): Uint32Array {
  return Uint32Array.from({ length: Math.floor(logits.length / classes) }, (_, row) => {
    let best = 0;
    for (let c = 1; c < classes; c++)
      if (at(logits, row * classes + c) > at(logits, row * classes + best)) best = c;
    return best;
  });
}

/**
 * Adds up |weight of the class told times value| of each dimension over rows.
 * @param told class of each row
 * @param weights row-major [classes, dims]
 * @param sums [dims], added to
 * @see Luo et al. 2021, section 3: the contribution of a neuron to the probe's answer
 */
export function addContributions(
  { count, dims, data }: ProbeRows,
  told: Uint32Array,
  weights: Float32Array,
  sums: Float64Array,
): void {
  for (let row = 0; row < count; row++) {
    const from = at(told, row) * dims;
    for (let d = 0; d < dims; d++)
      sums[d] = at(sums, d) + Math.abs(at(weights, from + d) * at(data, row * dims + d));
  }
}
