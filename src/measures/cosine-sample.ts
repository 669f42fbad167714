/**
 * What a live cut needs to know of a sample of vector pairs, in every layer (docs/measures.md, "The
 * cut by downdate"). Vectors themselves stay where the model ran.
 */
export interface CosineSample {
  readonly layers: number;
  /** Number of distinct vectors. */
  readonly items: number;
  /** Squared norms, [layers, items]. */
  readonly squares: Float64Array;
  /** Items of each pair. */
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** Weight of each pair in a mean; they sum to 1. */
  readonly weights: Float64Array;
  /** Dot products, [layers, pairs]. */
  readonly dots: Float64Array;
}

/** One dimension's value in every item of a sample, [layers, items]. */
export type Column = Float32Array;

/** Columns by dimension. */
export type Columns = ReadonlyMap<number, Column>;
