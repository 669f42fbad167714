import type { HeldColumns } from './held-columns.ts';
import type { Part } from './part.ts';
import type { ExperimentSettings } from './treatment.ts';

export interface GeometryRequest extends ExperimentSettings {
  readonly sentences: readonly string[];
  /** Pairs of tokens of different sentences to hold when there are too many to take all. */
  readonly pairs: number;
  /** Tokens to hold the vectors of, drawn from all that are measured. */
  readonly points: number;
}

/** How the vectors of a text lie, layers 0..L. */
export interface GeometryCondition {
  /** Expected cosine of two tokens of different sentences, [layers]; undefined with one sentence. */
  readonly anisotropy: Float64Array | undefined;
  /** The same of resampled sentences, [layers, resamples]; undefined with fewer than three sentences. */
  readonly resampled: Float64Array | undefined;
  /** Of each dimension to the expected cosine, [layers, dims]; undefined with one sentence. */
  readonly contribution: Float64Array | undefined;
  /** Of each dimension over all measured tokens, [layers, dims]. */
  readonly mean: Float64Array;
  readonly square: Float64Array;
  /** Over all measured tokens, packed (src/measures/packed-symmetric.ts), one layer after another. */
  readonly covariance: Float64Array;
  /** Of the pairs, [layers, pairs]. */
  readonly cosines: Float64Array;
  /** Vectors of the points, [layers, points, dims]. */
  readonly points: Float32Array;
}

/** A token whose vectors are held. */
export interface GeometryPoint {
  readonly text: string;
  /** Place of its sentence in the text. */
  readonly sentence: number;
  /** Place of the token in its sentence. */
  readonly position: number;
}

export interface GeometryResult {
  readonly layers: number;
  readonly dims: number;
  readonly before: GeometryCondition;
  /** After the treatment; undefined where it does nothing. */
  readonly after: GeometryCondition | undefined;
  /** The pairs that the cosines are of, and columns for cuts by downdate. */
  readonly pairs: HeldColumns;
  readonly pairsFrom: 'different-sentences' | 'one-sentence';
  /** Whether these are all the pairs there are. */
  readonly pairsComplete: boolean;
  readonly points: readonly GeometryPoint[];
  /** Places of sentences that were cut to fit the model. */
  readonly truncated: readonly number[];
  /** Places of sentences that have text, and no token that is measured. */
  readonly unmeasured: readonly number[];
  /** Sentences and tokens measured. */
  readonly sentences: number;
  readonly tokens: number;
  /** Of the sentences, where the pass was stopped before their end. */
  readonly part?: Part | undefined;
}
