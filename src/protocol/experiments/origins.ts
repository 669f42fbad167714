import type { DimensionOfRows } from '../../measures/row-standings.ts';
import type { FoldedDimension } from '../../measures/row-fold.ts';
import type { Standing } from '../../measures/standing.ts';
import type { Seat } from '../model.ts';

export interface OriginsRequest {
  /** Dimensions to follow; those most out of line in the weights when there are none. */
  readonly dims: readonly number[];
  /** Whose weights; the first model's where it is left out. */
  readonly seat?: Seat;
}

/**
 * Why a table is not shown: an export's tensors have no names to find them by; the network has none, or one of zeros; the
 * embeddings are narrower than the hidden states, whose dimensions they therefore do not have.
 */
export type NotThere = 'export' | 'none' | 'projected';

export interface PositionOrigins {
  /** Rows of the table from the first that a sentence uses. */
  readonly positions: number;
  /** How the dimensions are spread at each position, [positions, SPREAD]. */
  readonly spread: Float32Array;
  /** The dimensions that were followed. */
  readonly followed: readonly DimensionOfRows[];
  /** Whole vectors of the first few positions, [first, dims]. */
  readonly first: readonly Float32Array[];
  /** The largest and smallest dimension of each of these. */
  readonly extremes: readonly { readonly largest: Standing; readonly smallest: Standing }[];
}

/** Tables that say nothing of positions. */
export interface TokenOrigins {
  readonly tokens: number;
  readonly mean: Float64Array;
  /** The dimensions that were followed, in the mean embedding. */
  readonly standings: readonly Standing[];
  readonly folded: readonly FoldedDimension[];
}

export interface VectorOrigins {
  readonly values: Float32Array;
  /** Of the dimensions that were followed. */
  readonly standings: readonly Standing[];
}

export interface NormOrigins {
  /** From 1, 0 for the embeddings. */
  readonly layer: number;
  readonly after: 'embeddings' | 'attention' | 'feed-forward';
  readonly gamma: VectorOrigins;
  readonly beta: VectorOrigins;
}

/** What a checkpoint's weights say of where some dimensions get their values. */
export interface OriginsResult {
  readonly dims: readonly number[];
  /** Where the dimensions come from: they were asked for, or are out of line in the weights. */
  readonly chosen: 'asked' | 'weights';
  readonly positions: PositionOrigins | NotThere;
  readonly tokens: TokenOrigins | NotThere;
  /** By segment. */
  readonly segments: readonly VectorOrigins[] | NotThere;
  /** In the order in which the network uses them. */
  readonly norms: readonly NormOrigins[];
  /** What each layer's feed-forward block adds whatever it reads. */
  readonly biases: readonly (VectorOrigins & { readonly layer: number })[];
}
