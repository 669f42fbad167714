/** The tokens whose vectors the worker still holds, in order; sentences one after another, unpadded. */
export interface Tokens {
  readonly text: readonly string[];
  /** Vocabulary index of each token. */
  readonly id: Uint32Array;
  /** Index of each token's sentence in the request's text. */
  readonly sentence: Uint32Array;
  /** Place within its sentence, 0 for the first token fed to the model. */
  readonly position: Uint16Array;
  /** Index into TOKEN_KINDS. */
  readonly kind: Uint8Array;
  /** 1 where the token continues the word of the token before it. */
  readonly continues: Uint8Array;
}

/** A sentence that lost its end because the model has too few positions. */
export interface Truncation {
  readonly sentence: number;
  readonly tokens: number;
  readonly kept: number;
}
