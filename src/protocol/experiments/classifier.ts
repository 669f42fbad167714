import type { LabelledSentence } from '../../datasets/index.ts';
import type { ExperimentSettings } from './treatment.ts';

export interface ClassifierRequest extends ExperimentSettings {
  /** What errors call the data. */
  readonly name: string;
  readonly train: readonly LabelledSentence[];
  readonly test: readonly LabelledSentence[];
}

/** How well a linear classifier tells sentences by the means of their tokens. */
export interface ClassifierResult {
  /** Of the training sentences, in the order in which they first come. */
  readonly classes: readonly string[];
  /** Share of test sentences told right, [layers]. */
  readonly before: Float64Array;
  /** The same after the treatment, of a classifier trained on treated vectors. */
  readonly after: Float64Array;
  /** Share of test sentences of the class most frequent in training. */
  readonly majority: number;
  /** Sentences learned from and told; those without a token are left out. */
  readonly trained: number;
  readonly tested: number;
  /** Places of sentences, first of those learned from, that were cut to fit the model. */
  readonly truncated: readonly number[];
  /** Places of sentences that have text, and no token that is measured. */
  readonly unmeasured: readonly number[];
  readonly sentences: number;
  readonly tokens: number;
}
