import type { StateDifference } from '../measures/state-differences.ts';

/** How far the hidden states of the two models that are loaded are apart on the same sentences. */
export interface DifferenceRequest {
  /** One sentence each; empty ones are skipped. */
  readonly sentences: readonly string[];
  /** Whether the special tokens' vectors are measured (they are always fed to the models). */
  readonly specials: 'include' | 'exclude';
}

export interface Difference {
  readonly request: DifferenceRequest;
  /** Sentences and tokens measured. */
  readonly sentences: number;
  readonly tokens: number;
  /** Layers 0..L, 0 after the embeddings. */
  readonly layers: readonly StateDifference[];
}
