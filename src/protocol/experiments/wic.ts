import type { WicPair } from '../../datasets/index.ts';
import type { HeldColumns } from './held-columns.ts';
import type { Missing } from './missing.ts';
import type { Part } from './part.ts';
import type { ExperimentSettings } from './treatment.ts';

export interface WicRequest extends ExperimentSettings {
  /** What errors call the data. */
  readonly name: string;
  readonly pairs: readonly WicPair[];
}

/** The cosines of words in two sentences; what to make of them is thresholdGrid's and areaUnderCurve's. */
export interface WicResult {
  /** Index into the request's pairs of each pair that was measured. */
  readonly measured: Uint32Array;
  /** 1 where the sense is the same, by measured pair. */
  readonly same: Uint8Array;
  /** The pairs as they are. */
  readonly before: HeldColumns;
  /** Cosines after the treatment, [layers, pairs]. */
  readonly after: Float64Array;
  readonly missing: readonly Missing[];
  /** Sentences of measured pairs that were cut to fit the model, pair after pair: those of the request's pair p are 2p and 2p + 1. */
  readonly truncated: readonly number[];
  /** Sentences and tokens that ran. */
  readonly sentences: number;
  readonly tokens: number;
  /** Of the pairs that can be measured, where the pass was stopped before their end. */
  readonly part?: Part | undefined;
}
