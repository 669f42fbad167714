/** What the mean cosines of groups are made of, which adds up. */
export interface UnitSumsOf {
  /** Of unit vectors, [layers, groups, dims]. */
  readonly sum: ArrayLike<number>;
  /** Vectors that are not zero, and all, [layers, groups]. */
  readonly nonzero: ArrayLike<number>;
  readonly count: ArrayLike<number>;
}

/**
 * Sums of unit vectors by group, from which the mean cosine of a group's pairs follows without visiting one:
 * with s the sum of n unit vectors, the cosines of all pairs i < j add up to (|s|^2 - n) / 2. A zero vector counts
 * as a unit vector of zeros, so that its cosine with any other is 0. Mergeable.
 */
export class UnitSums {
  readonly #groups: number;
  readonly #dims: number;
  /** [layers, groups, dims] */
  readonly #sums: Float64Array;
  /** Vectors that are not zero, and all, [layers, groups]. */
  readonly #nonzero: Uint32Array;
  readonly #count: Uint32Array;

  constructor(layers: number, groups: number, dims: number) {
    this.#groups = groups;
    this.#dims = dims;
    this.#sums = new Float64Array(layers * groups * dims);
    this.#nonzero = new Uint32Array(layers * groups);
    this.#count = new Uint32Array(layers * groups);
  }

  /** Adds the vector data[start .. start + dims) to a group in one layer. */
  add(layer: number, group: number, data: ArrayLike<number>, start: number): void {
    const dims = this.#dims;
    const cell = layer * this.#groups + group;
    let square = 0;
    for (let d = 0; d < dims; d++) square += (data[start + d] ?? 0) ** 2;
    this.#count[cell] = (this.#count[cell] ?? 0) + 1;
    if (square === 0) return;
    this.#nonzero[cell] = (this.#nonzero[cell] ?? 0) + 1;
    const scale = 1 / Math.sqrt(square);
    const sums = cell * dims;
    for (let d = 0; d < dims; d++) {
      this.#sums[sums + d] = (this.#sums[sums + d] ?? 0) + (data[start + d] ?? 0) * scale;
    }
  }

  /** The sums themselves; not to be written to. */
  get sums(): UnitSumsOf {
    return { sum: this.#sums, nonzero: this.#nonzero, count: this.#count };
  }

  /** Folds in sums of the same shape, of other vectors. */
  addSums({ sum, nonzero, count }: UnitSumsOf): void {
    fold(this.#sums, sum);
    fold(this.#nonzero, nonzero);
    fold(this.#count, count);
  }

  /** Mean cosine over all pairs of each group's vectors, [layers, groups]; NaN where there is no pair. */
  meanCosines(): Float64Array {
    const dims = this.#dims;
    return Float64Array.from(this.#count, (count, cell) => {
      if (count < 2) return NaN;
      let square = 0;
      for (const value of this.#sums.subarray(cell * dims, (cell + 1) * dims)) square += value * value;
      const mean = (square - (this.#nonzero[cell] ?? 0)) / (count * (count - 1));
      return Math.min(1, Math.max(-1, mean));
    });
  }
}

function fold(into: Float64Array | Uint32Array, from: ArrayLike<number>): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) + (from[i] ?? 0);
}
