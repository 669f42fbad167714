import type { Distance, DistanceSample } from '../../measures/neighbour-distances.ts';
import type { Missing } from './missing.ts';
import type { Part } from './part.ts';
import type { ExperimentSettings } from './treatment.ts';

export interface SyntaxRequest extends ExperimentSettings {
  /** What errors call the data. */
  readonly name: string;
  /** The words of each sentence, at least two; gold trees stay with the asker. */
  readonly sentences: readonly (readonly string[])[];
}

/** Distances of neighbouring words, from which trees are induced. */
export interface SyntaxResult {
  /** Index into the request's sentences of each that was measured. */
  readonly measured: Uint32Array;
  /** First pair of neighbours of each measured sentence, and the number of pairs at the end. */
  readonly starts: Uint32Array;
  /** Neighbouring words as they are. */
  readonly before: DistanceSample;
  /** Distances after the treatment, [layers, pairs]. */
  readonly after: Readonly<Record<Distance, Float64Array>>;
  /** Sentences that could not be measured, by their number from 1. */
  readonly missing: readonly Missing[];
  readonly tokens: number;
  /** Of the sentences that can be measured, where the pass was stopped before their end. */
  readonly part?: Part | undefined;
}
