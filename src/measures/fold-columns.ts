/** Where the mean unit vectors of sentences are folded into, in one layer; [dims] each. */
export interface UnitSums {
  /** Sum over sentences of the mean unit vector, and of its elements' squares. */
  readonly unit: Float64Array;
  readonly unitSquare: Float64Array;
}

/** Where vectors are folded into, in one layer. */
export interface ColumnSums extends UnitSums {
  /** Sum over vectors of each dimension, and of its square, [dims]. */
  readonly sum: Float64Array;
  readonly square: Float64Array;
  /** Histogram of each dimension, [dims, bins]; zero lies at the start of bin bins / 2. */
  readonly counts: Uint32Array;
  readonly bins: number;
}

/**
 * Folds in the vectors of some sentences, one after another from data[start] on. One pass serves all sums,
 * a dimension at a time, so that they stay in registers and its bins in the nearest cache: a pass for each
 * took twice as long. Best with some 32 rows: a column of those still fits that cache.
 * @param ends row after the last of each sentence
 * @param weights of each row in the mean unit vector of its sentence
 * @param binsPerUnit 1 / bin width, at which every value fits
 */
export function foldColumns(
  data: Float32Array,
  start: number,
  ends: Uint32Array,
  weights: Float64Array,
  into: ColumnSums,
  binsPerUnit: number,
): void {
  const { sum, square, counts, bins, unit, unitSquare } = into;
  const dims = sum.length;
  const sentences = ends.length;
  for (let d = 0; d < dims; d++) {
    const zero = d * bins + bins / 2;
    let total = 0;
    let squares = 0;
    let means = 0;
    let meanSquares = 0;
    let row = 0;
    let i = start + d;
    for (let s = 0; s < sentences; s++) {
      const end = ends[s] ?? 0;
      let mean = 0;
      for (; row < end; row++) {
        const x = data[i] ?? 0;
        i += dims;
        total += x;
        squares += x * x;
        mean += x * (weights[row] ?? 0);
        // Floor before adding zero's place: after it, small negative values would round up past zero.
        const bin = zero + Math.floor(x * binsPerUnit);
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
      means += mean;
      meanSquares += mean * mean;
    }
    sum[d] = (sum[d] ?? 0) + total;
    square[d] = (square[d] ?? 0) + squares;
    unit[d] = (unit[d] ?? 0) + means;
    unitSquare[d] = (unitSquare[d] ?? 0) + meanSquares;
  }
}
