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
  /** Sum of the unit vectors of the sentence under way; kept to spare an allocation a sentence. */
  readonly #sentence: Float64Array;
  #sentences = 0;

  constructor(layers: number, dims: number, cut: readonly number[] = []) {
    this.cut = cut;
    this.#dims = dims;
    this.#sum = new Float64Array(layers * dims);
    this.#square = new Float64Array(layers * dims);
    this.#sentence = new Float64Array(dims);
    this.#keep = new Float64Array(dims).fill(1);
    for (const d of cut) this.#keep[d] = 0;
  }

  get sentences(): number {
    return this.#sentences;
  }

  /**
   * Folds in one sentence's vectors of one layer: `tokens` of them (at least one) from data[start] on.
   * Every sentence is to be given once for every layer; it is counted with layer 0.
   * @param squares squared norm of each vector
   */
  addSentence(layer: number, data: Float32Array, start: number, tokens: number, squares: Float64Array): void {
    const dims = this.#dims;
    const sentence = this.#sentence.fill(0);
    for (let token = 0; token < tokens; token++) {
      const row = start + token * dims;
      const square = this.cut.length === 0 ? (squares[token] ?? 0) : this.#keptSquare(data, row);
      if (square === 0) continue; // a zero vector has cosine 0 with everything
      const scale = 1 / Math.sqrt(square);
      for (let d = 0; d < dims; d++) sentence[d] = (sentence[d] ?? 0) + (data[row + d] ?? 0) * scale;
    }
    this.#fold(layer, tokens);
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

  #fold(layer: number, tokens: number): void {
    const dims = this.#dims;
    const sentence = this.#sentence;
    const sum = this.#sum;
    const square = this.#square;
    const row = layer * dims;
    for (const d of this.cut) sentence[d] = 0;
    for (let d = 0; d < dims; d++) {
      const mean = (sentence[d] ?? 0) / tokens;
      sum[row + d] = (sum[row + d] ?? 0) + mean;
      square[row + d] = (square[row + d] ?? 0) + mean * mean;
    }
  }

  // Summed anew rather than by taking the cut squares away, which would lose digits to a large tail.
  #keptSquare(data: Float32Array, row: number): number {
    const keep = this.#keep;
    let square = 0;
    for (let d = 0; d < keep.length; d++) {
      const x = data[row + d] ?? 0;
      square += x * x * (keep[d] ?? 0);
    }
    return square;
  }
}
