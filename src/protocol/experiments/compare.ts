import type { BareSentence, ScoredSubset, SenseData, WicPair } from '../../datasets/index.ts';
import type { Seat } from '../model.ts';
import type { Missing } from './missing.ts';
import type { PositionMove } from './positions.ts';
import type { Treatment } from './treatment.ts';

/** How a model is run to be compared with another, or with itself: which one, told which positions, and what is done to its vectors. */
export interface Setting {
  readonly seat: Seat;
  readonly move: PositionMove;
  readonly treatment: Treatment;
  /** Whether the special tokens' vectors are measured. */
  readonly specials: 'include' | 'exclude';
  /** Of whatever is drawn. */
  readonly seed: number;
}

export interface PortraitRequest {
  readonly setting: Setting;
  readonly sentences: readonly string[];
}

/** What a model's vectors of a text are, the treatment done; see detectTails and extremeShares for what to make of it. */
export interface PortraitResult {
  /** Layers of the network + 1. */
  readonly layers: number;
  readonly dims: number;
  /** Measured vectors by kind of token. */
  readonly counted: readonly [number, number, number];
  /** How many vectors have their smallest (largest) element at each dimension, [kinds, layers, dims]. */
  readonly minima: Uint32Array;
  readonly maxima: Uint32Array;
  /** Of each dimension, [layers, dims]. */
  readonly mean: Float32Array;
  /** Exact expected cosine of two tokens of different sentences, [layers]; undefined with one sentence. */
  readonly anisotropy: Float64Array | undefined;
  readonly truncated: readonly number[];
  readonly sentences: number;
  readonly tokens: number;
}

/** A task and its data, as the experiments of the same names have them. */
export type Task =
  | { readonly kind: 'wic'; readonly pairs: readonly WicPair[] }
  | { readonly kind: 'wsd'; readonly data: SenseData }
  | { readonly kind: 'words'; readonly sentences: readonly string[] }
  | { readonly kind: 'sts'; readonly subsets: readonly ScoredSubset[] }
  | { readonly kind: 'trees'; readonly sentences: readonly BareSentence[] };

export type TaskKind = Task['kind'];

export interface TaskScoresRequest {
  readonly setting: Setting;
  readonly task: Task;
  /** What errors call the data. */
  readonly name: string;
}

export interface TaskScoresResult {
  /**
   * By layer: of Word in Context the best threshold's accuracy; of senses the mean accuracy of words; of words their
   * self-similarity, all three from 0 to 1; of sentences Spearman's correlation x 100 over all pairs, of trees F1 x 100.
   */
  readonly scores: Float64Array;
  /** Pairs, items, words or sentences that were measured. */
  readonly measured: number;
  /** What could not be, by line, id or number from 1. */
  readonly missing: readonly Missing[];
  /** Numbers of the sentences that were cut to fit the model. */
  readonly truncated: readonly number[];
}
