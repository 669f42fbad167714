import type { ByKind } from './by-kind.ts';

/**
 * How many vectors have their smallest (largest) element at each dimension, the first one on ties,
 * [kinds, layers, dims].
 * @see Luo et al. 2021, section 2
 */
export interface ExtremeCounts {
  readonly minima: Uint32Array;
  readonly maxima: Uint32Array;
  /** Vectors of each kind. */
  readonly counted: ByKind<number>;
}
