/** Sums and sums of squares of every dimension in every layer; mergeable. */
export class Moments {
  readonly #dims: number;
  readonly #sum: Float64Array;
  readonly #square: Float64Array;

  constructor(layers: number, dims: number) {
    this.#dims = dims;
    this.#sum = new Float64Array(layers * dims);
    this.#square = new Float64Array(layers * dims);
  }

  /** Folds in the vector that begins at data[start]. */
  addVector(layer: number, data: Float32Array, start: number): void {
    const dims = this.#dims;
    const sum = this.#sum;
    const square = this.#square;
    const row = layer * dims;
    for (let d = 0; d < dims; d++) {
      const x = data[start + d] ?? 0;
      sum[row + d] = (sum[row + d] ?? 0) + x;
      square[row + d] = (square[row + d] ?? 0) + x * x;
    }
  }

  merge(other: Moments): void {
    for (let i = 0; i < this.#sum.length; i++) {
      this.#sum[i] = (this.#sum[i] ?? 0) + (other.#sum[i] ?? 0);
      this.#square[i] = (this.#square[i] ?? 0) + (other.#square[i] ?? 0);
    }
  }

  /** Mean of each dimension over this many vectors, [layers, dims]; zeros when there are none. */
  mean(vectors: number): Float64Array {
    return this.#sum.map((sum) => (vectors === 0 ? 0 : sum / vectors));
  }

  /** Mean square of each dimension, [layers, dims]. */
  meanSquare(vectors: number): Float64Array {
    return this.#square.map((square) => (vectors === 0 ? 0 : square / vectors));
  }
}
