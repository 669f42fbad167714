/** Whether the products of any two dimensions are summed, or only the squares of each. */
export type Products = 'all' | 'squares';

/** What moments are made of, which adds up. */
export interface MomentSums {
  /** Vectors, [layers]. */
  readonly count: Float64Array;
  /** [layers, dims] */
  readonly sum: Float64Array;
  /** [layers, dims, dims], or [layers, dims] of squares. */
  readonly products: Float64Array;
}

/**
 * Sums of vectors and of the products of their elements, layer by layer, from which means and covariances follow; mergeable.
 * They are folded in as sums already, since products of matrices are the runtime's work. Where no two dimensions are looked at
 * together, squares alone are kept: of 13 layers of 768 dimensions, 80 kB instead of 61 MB.
 */
export class SecondMoments {
  readonly layers: number;
  readonly dims: number;
  readonly products: Products;
  readonly #count: Float64Array;
  readonly #sum: Float64Array;
  /** [layers, dims, dims], or [layers, dims] of squares */
  readonly #products: Float64Array;

  constructor(layers: number, dims: number, products: Products) {
    this.layers = layers;
    this.dims = dims;
    this.products = products;
    this.#count = new Float64Array(layers);
    this.#sum = new Float64Array(layers * dims);
    this.#products = new Float64Array(layers * this.#size);
  }

  /** Numbers that stand for the products of one layer. */
  get #size(): number {
    return this.dims * (this.products === 'all' ? this.dims : 1);
  }

  /**
   * Folds in some vectors of one layer.
   * @param count of them
   * @param sum of their elements, [dims]
   * @param products summed over them, [dims, dims], or [dims] of squares
   */
  add(layer: number, count: number, sum: Float64Array, products: Float64Array): void {
    this.#count[layer] = this.count(layer) + count;
    fold(this.#sum, sum, layer * this.dims);
    fold(this.#products, products, layer * this.#size);
  }

  /** The sums themselves; not to be written to. */
  get sums(): MomentSums {
    return { count: this.#count, sum: this.#sum, products: this.#products };
  }

  /** Folds in moments of the same shape, of other vectors. */
  merge(other: SecondMoments): void {
    this.addSums(other.sums);
  }

  /** Folds in sums of the same shape, of other vectors. */
  addSums({ count, sum, products }: MomentSums): void {
    fold(this.#count, count, 0);
    fold(this.#sum, sum, 0);
    fold(this.#products, products, 0);
  }

  /** Vectors of a layer. */
  count(layer: number): number {
    return this.#count[layer] ?? 0;
  }

  /** [dims]; zeros without vectors. */
  mean(layer: number): Float64Array {
    const count = Math.max(1, this.count(layer));
    return this.#sum.slice(layer * this.dims, (layer + 1) * this.dims).map((sum) => sum / count);
  }

  /** Of each dimension, over the number of vectors, [dims]; never below zero, whatever rounding does. */
  variance(layer: number): Float64Array {
    const { dims, products } = this;
    const covariance = this.covariance(layer);
    const step = products === 'all' ? dims + 1 : 1;
    return Float64Array.from({ length: dims }, (_, d) => Math.max(0, covariance[d * step] ?? 0));
  }

  /** Over the number of vectors, [dims, dims], or its diagonal [dims] where only squares are kept. */
  covariance(layer: number): Float64Array {
    const { dims } = this;
    const size = this.#size;
    const count = Math.max(1, this.count(layer));
    const mean = this.mean(layer);
    return this.#products.slice(layer * size, (layer + 1) * size).map((sum, i) => {
      const row = size === dims ? i : Math.floor(i / dims);
      return sum / count - (mean[row] ?? 0) * (mean[i % dims] ?? 0);
    });
  }
}

function fold(into: Float64Array, from: Float64Array, start: number): void {
  for (let i = 0; i < from.length; i++) into[start + i] = (into[start + i] ?? 0) + (from[i] ?? 0);
}
