import type { Seat } from '../model.ts';

/** What is done to the positions that a network is told. */
export type PositionMove =
  | { readonly kind: 'as-they-are' }
  /** Each sentence's own places in another, seeded order. */
  | { readonly kind: 'shuffled'; readonly seed: number }
  /** Every place so many further on. */
  | { readonly kind: 'shifted'; readonly by: number }
  /** Position embeddings times zero. */
  | { readonly kind: 'zero' };

export interface PositionsRequest {
  readonly sentences: readonly string[];
  readonly specials: 'include' | 'exclude';
  /** Dimensions to follow; those found to be tails when there are none. */
  readonly dims: readonly number[];
  readonly move: PositionMove;
  /** Which model; the first where it is left out. */
  readonly seat?: Seat;
}

/** How one dimension does in each layer, [layers] each. */
export interface FollowedDimension {
  readonly dim: number;
  readonly mean: Float64Array;
  /** Of its mean among all dimensions' means. */
  readonly z: Float64Array;
  /** Share of vectors whose smallest (largest) element it is. */
  readonly smallest: Float64Array;
  readonly largest: Float64Array;
  /** Shares of its variance over tokens that a line explains: of its position, of the logarithm of its token's count in this text, of both. */
  readonly byPosition: Float64Array;
  readonly byFrequency: Float64Array;
  readonly byBoth: Float64Array;
  /** Its mean at each position that tokens have, [layers, positions]; NaN where none was measured. */
  readonly atPosition: Float64Array;
  /** Its mean by how often a token is in the text, [layers, bins]: bin b holds counts from 2^b up to, not including, 2^(b + 1). */
  readonly atFrequency: Float64Array;
}

export interface PositionsResult {
  readonly move: PositionMove;
  readonly layers: number;
  readonly followed: readonly FollowedDimension[];
  /** By layer; undefined with one sentence. */
  readonly anisotropy: Float64Array | undefined;
  /** Tokens measured at each place in their sentence, [positions]. */
  readonly positionCounts: Uint32Array;
  /** Tokens measured by how often their like is in the text, [bins]. */
  readonly frequencyCounts: Uint32Array;
  /** Tokens of the longest sentence. */
  readonly longest: number;
  readonly truncated: readonly number[];
  readonly sentences: number;
  readonly tokens: number;
}
