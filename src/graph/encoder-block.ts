import type { GraphBuilder, Value } from './graph-builder.ts';
import type { EncoderConfig } from './model-config.ts';
import { activation, layerNorm, linear, openedNorm, type OpenedNorm } from './operators.ts';

/** What the weights of one layer are called, each a matrix with its bias or a LayerNorm. */
export interface BlockNames {
  readonly query: string;
  readonly key: string;
  readonly value: string;
  readonly attentionOut: string;
  readonly attentionNorm: string;
  /** The feed-forward block's matrices: to its width, and back. */
  readonly widen: string;
  readonly narrow: string;
  readonly outputNorm: string;
}

export interface BlockInputs {
  /** Hidden states [batch * length, dims]. */
  readonly rows: Value;
  /** [batch, length, dims] as a tensor: how attention takes its rows. */
  readonly shape: Value;
  /** Added to attention scores, [batch, 1 or heads, length, length]. */
  readonly bias: Value;
  /** See GraphOptions. */
  readonly graphics: boolean;
  /** A factor on the layer's hidden states, [dims]. */
  readonly keep: Value;
  /** What these are to be called. */
  readonly name: Value;
  /** Told of the parts, where these are asked for. */
  readonly onParts?: (parts: BlockParts) => void;
}

/** What a layer adds to its hidden states, [batch * length, dims], and the two LayerNorms it goes through. */
export interface BlockParts {
  readonly attention: Value;
  readonly feedForward: Value;
  readonly middle: OpenedNorm;
  readonly output: OpenedNorm;
}

/** One layer: attention and feed-forward, each followed by its residual and LayerNorm, [batch * length, dims]. */
export function encoderBlock(
  graph: GraphBuilder,
  config: EncoderConfig,
  names: BlockNames,
  inputs: BlockInputs,
): Value {
  const { dims, layerNormEps } = config;
  const mixed = attention(graph, config, names, inputs);
  const attended = linear(graph, mixed, names.attentionOut, dims, dims);
  const middle = graph.node('Add', [attended, inputs.rows]);
  const { onParts, keep, name } = inputs;
  if (!onParts) {
    const rows = layerNorm(graph, middle, names.attentionNorm, dims, layerNormEps);
    const out = graph.node('Add', [feed(graph, config, names, rows), rows]);
    return layerNorm(graph, out, names.outputNorm, dims, layerNormEps, { keep, name });
  }
  const opened = openedNorm(graph, middle, names.attentionNorm, dims, layerNormEps);
  const fed = feed(graph, config, names, opened.out);
  const out = graph.node('Add', [fed, opened.out]);
  const output = openedNorm(graph, out, names.outputNorm, dims, layerNormEps, { keep, name });
  onParts({ attention: attended, feedForward: fed, middle: opened, output });
  return output.out;
}

/** What the feed-forward block makes of rows [batch * length, dims]. */
function feed(
  graph: GraphBuilder,
  { dims, feedForward, activation: kind }: EncoderConfig,
  names: BlockNames,
  rows: Value,
): Value {
  const wide = activation(graph, linear(graph, rows, names.widen, feedForward, dims), kind);
  return linear(graph, wide, names.narrow, dims, feedForward);
}

/** What each token takes from the others, heads side by side, [batch * length, dims]. */
function attention(
  graph: GraphBuilder,
  { dims, heads }: EncoderConfig,
  names: BlockNames,
  { rows, shape, bias, graphics }: BlockInputs,
): Value {
  // three matrices and not one joined: joining would copy the weights, and is no faster
  const project = (name: string) => graph.node('Reshape', [linear(graph, rows, name, dims, dims), shape]);
  const query = project(names.query);
  const key = project(names.key);
  const value = project(names.value);
  const mixed = attend(graph, heads, [query, key, value, bias], graphics);
  return graph.node('Reshape', [mixed, graph.ints([-1, dims])]);
}

/** Attention of queries, keys and values [batch, length, dims] with a bias on its scores; see GraphOptions.graphics. */
function attend(
  graph: GraphBuilder,
  heads: number,
  [query, key, value, bias]: readonly [Value, Value, Value, Value],
  graphics: boolean,
): Value {
  const number = { int: heads };
  if (!graphics)
    return graph.node('Attention', [query, key, value, bias], {
      attributes: { q_num_heads: number, kv_num_heads: number },
    });
  return graph.node('MultiHeadAttention', [query, key, value, '', '', bias], {
    domain: 'com.microsoft',
    attributes: { num_heads: number },
  });
}
