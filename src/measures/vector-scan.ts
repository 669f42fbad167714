/** What one look at a vector tells. */
export interface VectorScan {
  /** Squared norm. */
  square: number;
  least: number;
  greatest: number;
  /** Dimension of the least (greatest) element; the first one on ties. */
  argmin: number;
  argmax: number;
  /** Dimension of the next least (greatest) element, the first one on ties; of the only one when there is no other. */
  nextMin: number;
  nextMax: number;
}

export function emptyScan(): VectorScan {
  return { square: 0, least: Infinity, greatest: -Infinity, argmin: 0, argmax: 0, nextMin: 0, nextMax: 0 };
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
  let nextLeast = Infinity;
  let nextGreatest = -Infinity;
  let nextMin = 0;
  let nextMax = 0;
  for (let d = 0; d < dims; d++) {
    const x = data[start + d] ?? 0;
    square += x * x;
    // held against the next one first: an element is seldom either
    if (x < nextLeast) {
      if (x < least) {
        nextLeast = least;
        nextMin = argmin;
        least = x;
        argmin = d;
      } else {
        nextLeast = x;
        nextMin = d;
      }
    }
    if (x > nextGreatest) {
      if (x > greatest) {
        nextGreatest = greatest;
        nextMax = argmax;
        greatest = x;
        argmax = d;
      } else {
        nextGreatest = x;
        nextMax = d;
      }
    }
  }
  into.square = square;
  into.least = least;
  into.greatest = greatest;
  into.argmin = argmin;
  into.argmax = argmax;
  into.nextMin = nextMin;
  into.nextMax = nextMax;
  return into;
}
