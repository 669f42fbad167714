import type { HeldColumns } from './held-columns.ts';
import type { Part } from './part.ts';
import type { ExperimentSettings } from './treatment.ts';

export interface SelfSimilarityRequest extends ExperimentSettings {
  readonly sentences: readonly string[];
  /** Sentences that a word must be in to be taken. */
  readonly least: number;
  /** Words to take; drawn when more are in enough sentences. */
  readonly most: number;
  /** Pairs of occurrences to hold for cuts by downdate. */
  readonly pairs: number;
}

/** Mean cosine of a word's own vectors in different sentences, layers 0..L. */
export interface SelfSimilarityResult {
  readonly words: readonly {
    readonly form: string;
    /** Sentences that have it. */
    readonly occurrences: number;
  }[];
  /** Words in enough sentences, of which these were drawn. */
  readonly eligible: number;
  /** Mean over all pairs of each word's occurrences, [layers, words]. */
  readonly before: Float64Array;
  /** The same after the treatment. */
  readonly after: Float64Array;
  /** Expected cosine of two tokens of different sentences, [layers]; undefined with one sentence. */
  readonly anisotropyBefore: Float64Array | undefined;
  readonly anisotropyAfter: Float64Array | undefined;
  /** Pairs of occurrences, word after word. */
  readonly pairs: HeldColumns;
  /** First pair of each word, and the number of pairs at the end. */
  readonly starts: Uint32Array;
  /** Whether these are all pairs of occurrences. */
  readonly pairsComplete: boolean;
  /** Numbers of sentences whose words and tokens do not fit together. */
  readonly unread: readonly number[];
  /** Numbers of sentences that were cut to fit the model. */
  readonly truncated: readonly number[];
  /** Numbers of sentences that have text, and no token that is measured. */
  readonly unmeasured: readonly number[];
  /** Sentences and tokens measured. */
  readonly sentences: number;
  readonly tokens: number;
  /** Of the sentences, where the pass was stopped before their end: words count that are in enough of these. */
  readonly part?: Part | undefined;
}
