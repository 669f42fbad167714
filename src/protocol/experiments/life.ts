import type { Seat } from '../model.ts';
import type { Tokens } from '../text.ts';
import type { PositionMove } from './positions.ts';

export interface LifeRequest {
  readonly sentences: readonly string[];
  readonly specials: 'include' | 'exclude';
  /** Dimensions whose life is told; at least one. */
  readonly dims: readonly number[];
  /** Tokens from the first whose own lives are told beside the mean. */
  readonly tokens: number;
  /** Which model; the first where it is left out. */
  readonly seat?: Seat;
  /** What it is told of positions; the truth where it is left out. */
  readonly move?: PositionMove;
}

/** What the hidden states of some dimensions add up from; names of the terms in `measures/life.ts`. */
export interface LifeResult {
  readonly dims: readonly number[];
  /** Of the network + 1. */
  readonly layers: number;
  /** False where the embeddings are projected: layer 0 then has one term, all of it. */
  readonly embeddings: boolean;
  /** Whether there is a table of segments. */
  readonly segments: boolean;
  /** Mean over the measured tokens of words, or over all where there are none, [dims, layers, TERMS]. */
  readonly mean: Float64Array;
  /** Tokens that the mean is over. */
  readonly averaged: number;
  /** Those whose own lives follow. */
  readonly tokens: Tokens;
  /** [tokens, dims, layers, TERMS] */
  readonly each: Float32Array;
  /** The largest difference of a sum of terms from the hidden state that the network gave, over all tokens. */
  readonly largestError: number;
  readonly truncated: readonly number[];
  readonly sentences: number;
  readonly measured: number;
}
