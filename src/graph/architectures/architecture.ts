import type { BlockNames } from '../encoder-block.ts';
import type { Value } from '../graph-builder.ts';
import type { HeadNames } from '../masked-words.ts';
import type { Scope } from '../scope.ts';

/**
 * What sets one architecture of the BERT family apart: how its embeddings come about and what its
 * weights are called. All else about an encoder is shared.
 */
export interface Architecture {
  /** What the encoder's tensors begin with inside a model with a head; saved alone, with nothing. */
  readonly prefix: string;
  /** Hidden states before the first layer and before `keep`, [batch, length, dims]. */
  embeddings(scope: Scope): Value;
  /** @param at the prefix that this checkpoint has */
  block(at: string, layer: number): BlockNames;
  /**
   * What attention scores get added in every layer, [batch, heads, length, length]; when left out, what
   * padding adds and nothing else.
   * @param padding [batch, 1, length, length]
   */
  attentionBias?(scope: Scope, padding: Value): Value;
  /** The masked-word head, which lies outside the prefix. */
  readonly head: HeadNames;
}
