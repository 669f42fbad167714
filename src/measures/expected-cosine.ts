/**
 * The exact expected cosine of two tokens of different sentences (two sentences drawn uniformly, one
 * token of each uniformly), split into the contribution of each dimension; mergeable.
 *
 * A cosine is the dot product of unit vectors, so its expectation needs only m_s, the mean unit vector
 * of each sentence s: over all pairs of different sentences, dimension d contributes
 * ((sum_s m_sd)^2 - sum_s m_sd^2) / (S (S - 1)).
 * @see Timkey and van Schijndel 2021 for the contributions; docs/measures.md for the expectation
 */
export class ExpectedCosine {
  /** Dimensions taken as zero in every vector. */
  readonly cut: readonly number[];
  readonly #dims: number;
  readonly #sum: Float64Array;
  readonly #square: Float64Array;
  /** 0 at cut dimensions, else 1. */
  readonly #keep: Float64Array;
  /** Kept to spare an allocation a sentence. */
  #scales = new Float64Array(64);
  #sentences = 0;

  constructor(layers: number, dims: number, cut: readonly number[] = []) {
    this.cut = [...new Set(cut)];
    this.#dims = dims;
    this.#sum = new Float64Array(layers * dims);
    this.#square = new Float64Array(layers * dims);
    this.#keep = new Float64Array(dims).fill(1);
    for (const d of this.cut) this.#keep[d] = 0;
  }

  get sentences(): number {
    return this.#sentences;
  }

  /**
   * 1 / norm of each of a sentence's vectors after the cut, `tokens` of them from data[start] on; 0 for a
   * zero vector, whose cosine with any other is 0. Good until the next call.
   * @param squares squared norm of each vector, before the cut
   */
  scales(data: Float32Array, start: number, tokens: number, squares: Float64Array): Float64Array {
    if (this.#scales.length < tokens) this.#scales = new Float64Array(2 * tokens);
    for (let token = 0; token < tokens; token++) {
      const kept = this.#keptSquare(data, start + token * this.#dims, squares[token] ?? 0);
      this.#scales[token] = kept > 0 ? 1 / Math.sqrt(kept) : 0;
    }
    return this.#scales;
  }

  /**
   * Folds in a sentence of `tokens` tokens (at least one) in one layer. Every sentence is to be given
   * once for every layer; it is counted with layer 0.
   * @param units sum of its unit vectors, [dims]; what it has at cut dimensions is passed over
   */
  addSentence(layer: number, units: Float64Array, tokens: number): void {
    const dims = this.#dims;
    for (let d = 0; d < dims; d++) {
      const mean = ((units[d] ?? 0) / tokens) * (this.#keep[d] ?? 0);
      const at = layer * dims + d;
      this.#sum[at] = (this.#sum[at] ?? 0) + mean;
      this.#square[at] = (this.#square[at] ?? 0) + mean * mean;
    }
    if (layer === 0) this.#sentences++;
  }

  merge(other: ExpectedCosine): void {
    for (let i = 0; i < this.#sum.length; i++) {
      this.#sum[i] = (this.#sum[i] ?? 0) + (other.#sum[i] ?? 0);
      this.#square[i] = (this.#square[i] ?? 0) + (other.#square[i] ?? 0);
    }
    this.#sentences += other.#sentences;
  }

  /** Contribution of each dimension, [layers, dims]; undefined with fewer than two sentences. */
  contribution(): Float64Array | undefined {
    const pairs = this.#sentences * (this.#sentences - 1);
    if (pairs <= 0) return undefined;
    return this.#sum.map((sum, i) => (sum * sum - (this.#square[i] ?? 0)) / pairs);
  }

  #keptSquare(data: Float32Array, row: number, square: number): number {
    let kept = square;
    for (const d of this.cut) kept -= (data[row + d] ?? 0) ** 2;
    if (kept > square / 1000) return kept;
    // A large tail took the leading digits with it: sum what is left anew.
    kept = 0;
    this.#keep.forEach((keep, d) => (kept += keep * (data[row + d] ?? 0) ** 2));
    return kept;
  }
}
