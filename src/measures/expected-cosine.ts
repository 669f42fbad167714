import type { UnitSums } from './fold-columns.ts';
import { scanVector } from './vector-scan.ts';

/** What an expected cosine is made of: sums over sentences, which add up. */
export interface CosineSums {
  /** Of mean unit vectors, and of their squares, [layers, dims]. */
  readonly unit: Float64Array;
  readonly unitSquare: Float64Array;
  readonly sentences: number;
}

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
  readonly #unit: Float64Array;
  readonly #unitSquare: Float64Array;
  /** Kept to spare an allocation a sentence. */
  #weights = new Float64Array(64);
  readonly #mean: Float64Array;
  #sentences = 0;

  constructor(layers: number, dims: number, cut: readonly number[] = []) {
    this.cut = [...new Set(cut)];
    this.#dims = dims;
    this.#mean = new Float64Array(dims);
    this.#unit = new Float64Array(layers * dims);
    this.#unitSquare = new Float64Array(layers * dims);
  }

  get sentences(): number {
    return this.#sentences;
  }

  /** The sums of one layer, to be folded into; what they get at cut dimensions is passed over. */
  layer(layer: number): UnitSums {
    const from = layer * this.#dims;
    const to = from + this.#dims;
    return { unit: this.#unit.subarray(from, to), unitSquare: this.#unitSquare.subarray(from, to) };
  }

  /**
   * Folds in one sentence's vectors of one layer, `tokens` of them (at least one) from data[start] on. Every
   * sentence is to be given once for every layer; it is counted with layer 0.
   */
  addSentence(layer: number, data: Float32Array, start: number, tokens: number): void {
    const dims = this.#dims;
    const squares = new Float64Array(tokens);
    for (let row = 0; row < tokens; row++) squares[row] = scanVector(data, start + row * dims, dims).square;
    const weights = this.weights(data, start, Uint32Array.of(tokens), squares);
    const mean = this.#mean.fill(0);
    for (let row = 0; row < tokens; row++) {
      const weight = weights[row] ?? 0;
      const from = start + row * dims;
      for (let d = 0; d < dims; d++) mean[d] = (mean[d] ?? 0) + (data[from + d] ?? 0) * weight;
    }
    const sums = layer * dims;
    for (let d = 0; d < dims; d++) {
      const value = mean[d] ?? 0;
      this.#unit[sums + d] = (this.#unit[sums + d] ?? 0) + value;
      this.#unitSquare[sums + d] = (this.#unitSquare[sums + d] ?? 0) + value * value;
    }
    if (layer === 0) this.#sentences++;
  }

  /** To be told of sentences that are folded straight into the sums of every layer. */
  countSentences(count: number): void {
    this.#sentences += count;
  }

  /**
   * Weight of each vector in the mean unit vector of its sentence: 1 / (its norm after the cut * tokens of
   * the sentence), or 0 for a zero vector, whose cosine with any other is 0. Good until the next call.
   * @param start of the first vector in data
   * @param ends row after the last of each sentence
   * @param squares squared norm of each vector, before the cut
   */
  weights(data: Float32Array, start: number, ends: Uint32Array, squares: Float64Array): Float64Array {
    const rows = ends[ends.length - 1] ?? 0;
    if (this.#weights.length < rows) this.#weights = new Float64Array(2 * rows);
    let row = 0;
    for (const end of ends) {
      const tokens = end - row;
      for (; row < end; row++) {
        const kept = this.#keptSquare(data, start + row * this.#dims, squares[row] ?? 0);
        this.#weights[row] = kept > 0 ? 1 / (Math.sqrt(kept) * tokens) : 0;
      }
    }
    return this.#weights;
  }

  /** The sums themselves; not to be written to. */
  get sums(): CosineSums {
    return { unit: this.#unit, unitSquare: this.#unitSquare, sentences: this.#sentences };
  }

  merge(other: ExpectedCosine): void {
    this.addSums(other.sums);
  }

  /** Folds in sums of the same shape and cut, of other sentences. */
  addSums({ unit, unitSquare, sentences }: CosineSums): void {
    for (let i = 0; i < this.#unit.length; i++) {
      this.#unit[i] = (this.#unit[i] ?? 0) + (unit[i] ?? 0);
      this.#unitSquare[i] = (this.#unitSquare[i] ?? 0) + (unitSquare[i] ?? 0);
    }
    this.#sentences += sentences;
  }

  /** Contribution of each dimension, [layers, dims]; undefined with fewer than two sentences. */
  contribution(): Float64Array | undefined {
    const pairs = this.#sentences * (this.#sentences - 1);
    if (pairs <= 0) return undefined;
    const cut = new Set(this.cut);
    return this.#unit.map((unit, i) =>
      cut.has(i % this.#dims) ? 0 : (unit * unit - (this.#unitSquare[i] ?? 0)) / pairs,
    );
  }

  /**
   * Mean over sentences of their mean unit vectors, [layers, dims]: its dot product with a unit vector is the
   * expected cosine with a random token of a random sentence. Zeros without sentences.
   */
  direction(): Float32Array {
    const sentences = Math.max(1, this.#sentences);
    return Float32Array.from(this.#unit, (sum) => sum / sentences);
  }

  #keptSquare(data: Float32Array, start: number, square: number): number {
    let kept = square;
    for (const d of this.cut) kept -= (data[start + d] ?? 0) ** 2;
    if (kept > square / 1000) return kept;
    // A large tail took the leading digits with it: sum what is left anew.
    kept = 0;
    for (let d = 0; d < this.#dims; d++) {
      if (!this.cut.includes(d)) kept += (data[start + d] ?? 0) ** 2;
    }
    return kept;
  }
}
