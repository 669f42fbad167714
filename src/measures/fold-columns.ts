/** Where the columns of one layer are folded into. */
export interface ColumnSums {
  /** Sum and sum of squares of each dimension, [dims]. */
  readonly sum: Float64Array;
  readonly square: Float64Array;
  /** Histogram of each dimension, [dims, bins], zero between the bins bins / 2 - 1 and bins / 2. */
  readonly counts: Uint32Array;
  readonly bins: number;
  /** Bins to a unit: 1 / width. Every value must fit. */
  readonly binsPerUnit: number;
}

/**
 * Folds `rows` vectors, one after another from data[start] on, into the sums of their layer, and sums
 * them weighted. One pass serves all of it, a dimension at a time, so that its sums stay in registers and
 * its bins in the nearest cache: half the time of one pass for each.
 * @param weights weight of each row in the weighted sum
 * @param weighted overwritten with the weighted sum, [dims]
 */
export function foldColumns(
  data: Float32Array,
  start: number,
  rows: number,
  weights: Float64Array,
  into: ColumnSums,
  weighted: Float64Array,
): void {
  const { sum, square, counts, bins, binsPerUnit } = into;
  const dims = sum.length;
  for (let d = 0; d < dims; d++) {
    const zero = d * bins + bins / 2;
    let total = 0;
    let squares = 0;
    let mix = 0;
    for (let row = 0, i = start + d; row < rows; row++, i += dims) {
      const x = data[i] ?? 0;
      total += x;
      squares += x * x;
      mix += x * (weights[row] ?? 0);
      // Floor before adding zero's place: after it, small negative values would round up past zero.
      const bin = zero + Math.floor(x * binsPerUnit);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    sum[d] = (sum[d] ?? 0) + total;
    square[d] = (square[d] ?? 0) + squares;
    weighted[d] = mix;
  }
}

/** The weighted sum alone: see foldColumns. */
export function sumColumns(
  data: Float32Array,
  start: number,
  rows: number,
  weights: Float64Array,
  weighted: Float64Array,
): void {
  const dims = weighted.length;
  for (let d = 0; d < dims; d++) {
    let mix = 0;
    for (let row = 0, i = start + d; row < rows; row++, i += dims)
      mix += (data[i] ?? 0) * (weights[row] ?? 0);
    weighted[d] = mix;
  }
}
