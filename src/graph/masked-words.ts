import { TailscopeError } from '../core/error.ts';
import type { Value } from './graph-builder.ts';
import { INPUT, MASKED_LOGITS } from './interface.ts';
import type { Activation, EncoderConfig } from './model-config.ts';
import { activation, layerNorm, linear } from './operators.ts';
import type { Scope } from './scope.ts';
import type { WeightTable } from './weight-table.ts';

/** What the weights of a masked-word head are called. */
export interface HeadNames {
  /** The matrix before the activation. */
  readonly dense: string;
  readonly activation: Activation;
  readonly norm: string;
  /** The decoder, which has a table of its own where it is not tied. */
  readonly decoder: string;
  /** The whole name of the bias that belongs to the words, whatever decodes them. */
  readonly bias: string;
}

/**
 * The head at the rows of `masked_rows` alone: a logit for each word of the vocabulary, [masked, vocabulary].
 * @param states the last hidden states, [batch * length, dims]
 * @throws TailscopeError("tensor-missing" | "tensor-shape" | "tensor-type")
 */
export function maskedWords(
  { graph, at }: Scope,
  config: EncoderConfig,
  names: HeadNames,
  states: Value,
): void {
  const { dims, embeddingDims, vocabulary, layerNormEps, tiedWords } = config;
  const chosen = graph.node('Gather', [states, INPUT.maskedRows]);
  const dense = activation(graph, linear(graph, chosen, names.dense, embeddingDims, dims), names.activation);
  const rows = layerNorm(graph, dense, names.norm, embeddingDims, layerNormEps);

  const own = `${names.decoder}.weight`;
  const table = graph.weight(
    [tiedWords ? `${at}embeddings.word_embeddings.weight` : own],
    [vocabulary, embeddingDims],
  );
  // files name one of two biases that are the same; where nothing is tied, both, and the decoder's counts
  const ownBias = `${names.decoder}.bias`;
  const bias = graph.weight(tiedWords ? [names.bias, ownBias] : [ownBias, names.bias], [vocabulary]);
  // the table is the left factor, for of a constant right one the runtime makes a rearranged copy; and the
  // bias is added before the result is turned, for else the runtime would swap the factors to turn it itself
  const column = graph.node('Unsqueeze', [bias, graph.ints([1])]);
  const byWord = graph.node('Gemm', [table, rows, column], { attributes: { transB: { int: 1 } } });
  const logits = graph.node('Transpose', [byWord], { name: MASKED_LOGITS });
  graph.output(logits, 'float', ['masked', vocabulary]);
}

/** @throws TailscopeError("no-masked-words") where a checkpoint was saved without the head */
export function requireMaskedWords(weights: WeightTable, { dense }: HeadNames): void {
  const tensor = `${dense}.weight`;
  if (!weights.has(tensor)) throw TailscopeError.of('no-masked-words', { tensor });
}
