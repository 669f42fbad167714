/** Sums of every dimension's values and squares in every layer; mergeable. */
export class Moments {
  readonly #dims: number;
  readonly #sum: Float64Array;
  readonly #square: Float64Array;

  constructor(layers: number, dims: number) {
    this.#dims = dims;
    this.#sum = new Float64Array(layers * dims);
    this.#square = new Float64Array(layers * dims);
  }

  /** The sums of one layer, [dims], to be folded into. */
  layer(layer: number): { readonly sum: Float64Array; readonly square: Float64Array } {
    const from = layer * this.#dims;
    const to = from + this.#dims;
    return { sum: this.#sum.subarray(from, to), square: this.#square.subarray(from, to) };
  }

  /** Copies of all the sums, [layers, dims]. */
  get sums(): { readonly sum: Float64Array; readonly square: Float64Array } {
    return { sum: this.#sum.slice(), square: this.#square.slice() };
  }

  merge(other: Moments): void {
    for (let i = 0; i < this.#sum.length; i++) {
      this.#sum[i] = (this.#sum[i] ?? 0) + (other.#sum[i] ?? 0);
      this.#square[i] = (this.#square[i] ?? 0) + (other.#square[i] ?? 0);
    }
  }

  /** Mean of each dimension over this many vectors, [layers, dims]; zeros when there are none. */
  mean(vectors: number): Float32Array {
    return Float32Array.from(this.#sum, (sum) => (vectors === 0 ? 0 : sum / vectors));
  }

  /** Mean square of each dimension, [layers, dims]. */
  meanSquare(vectors: number): Float32Array {
    return Float32Array.from(this.#square, (square) => (vectors === 0 ? 0 : square / vectors));
  }
}
