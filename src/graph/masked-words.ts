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
  /** The decoder: its table where it is not tied, and its bias as some files name it. */
  readonly decoder: string;
  /** The whole name of the decoder's bias. */
  readonly bias: string;
}

/** Whether a checkpoint was saved with the head that guesses masked words. */
export function hasMaskedWords(weights: WeightTable, { dense }: HeadNames): boolean {
  return weights.has(`${dense}.weight`);
}

/**
 * The head at the rows of `masked_rows` alone: a logit for each word of the vocabulary, [masked, vocabulary].
 * @param states the last hidden states, [batch, length, dims]
 * @throws TailscopeError("no-masked-words" | "tensor-missing" | "tensor-shape" | "tensor-type")
 */
export function maskedWords(
  { graph, at }: Scope,
  config: EncoderConfig,
  names: HeadNames,
  states: Value,
): void {
  const { dims, embeddingDims, vocabulary, layerNormEps, tiedWords } = config;
  const all = graph.node('Reshape', [states, graph.ints([-1, dims])]);
  const chosen = graph.node('Gather', [all, INPUT.maskedRows]);
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

/** @throws TailscopeError("no-masked-words") */
export function requireMaskedWords(weights: WeightTable, names: HeadNames): void {
  if (!hasMaskedWords(weights, names))
    throw TailscopeError.of('no-masked-words', { tensor: `${names.dense}.weight` });
}
