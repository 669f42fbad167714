import type { ScoredSubset } from '../../datasets/index.ts';
import type { HeldColumns } from './held-columns.ts';
import type { Missing } from './missing.ts';
import type { Part } from './part.ts';
import type { ExperimentSettings } from './treatment.ts';

export interface StsRequest extends ExperimentSettings {
  /** What errors call the data. */
  readonly name: string;
  /** Most sets have one. */
  readonly subsets: readonly ScoredSubset[];
}

/** The cosines of sentences in pairs; how well they follow people's scores is subsetScores'. */
export interface StsResult {
  /** Index of each measured pair among all of the request's, subset after subset. */
  readonly measured: Uint32Array;
  /** People's score of each measured pair. */
  readonly scores: Float64Array;
  /** First measured pair of each subset, and the number of pairs at the end. */
  readonly starts: Uint32Array;
  /** The pairs as they are; a sentence is the mean of its measured tokens. */
  readonly before: HeldColumns;
  /** Cosines after the treatment, [layers, pairs]. */
  readonly after: Float64Array;
  readonly missing: readonly Missing[];
  /** Numbers of the sentences that were cut to fit the model: pair p has 2p and 2p + 1. */
  readonly truncated: readonly number[];
  readonly sentences: number;
  readonly tokens: number;
  /** Of the pairs that can be measured, where the pass was stopped before their end. */
  readonly part?: Part | undefined;
}
