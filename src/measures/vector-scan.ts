/** What one look at a vector tells. */
export interface VectorScan {
  /** Squared norm. */
  square: number;
  least: number;
  greatest: number;
  /** Dimension of the least (greatest) element; the first one on ties. */
  argmin: number;
  argmax: number;
}

export function emptyScan(): VectorScan {
  return { square: 0, least: Infinity, greatest: -Infinity, argmin: 0, argmax: 0 };
}

/**
 * Squared norm and extremes of the vector data[start .. start + dims) in one pass.
 * @param into overwritten and returned, so that a pass over a corpus allocates nothing
 */
export function scanVector(data: Float32Array, start: number, dims: number, into = emptyScan()): VectorScan {
  let square = 0;
  let least = Infinity;
  let greatest = -Infinity;
  let argmin = 0;
  let argmax = 0;
  for (let d = 0; d < dims; d++) {
    const x = data[start + d] ?? 0;
    square += x * x;
    if (x < least) {
      least = x;
      argmin = d;
    }
    if (x > greatest) {
      greatest = x;
      argmax = d;
    }
  }
  into.square = square;
  into.least = least;
  into.greatest = greatest;
  into.argmin = argmin;
  into.argmax = argmax;
  return into;
}
