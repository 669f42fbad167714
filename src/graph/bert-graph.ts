import type { BertConfig } from './bert-config.ts';
import { activation, layerNorm, linear } from './encoder-blocks.ts';
import { GraphBuilder, type Value } from './graph-builder.ts';
import { ONNX_TYPE } from './onnx.ts';
import type { WeightTable } from './weight-table.ts';

/** Output name of layer l's hidden states; 0 is after the embeddings. */
export const hiddenName = (layer: number): string => `hidden_${layer}`;

/** What every checkpoint file of BERT's tensors may be prefixed with: BertModel alone, or inside a model with a head. */
const PREFIXES = ['', 'bert.'];

/**
 * Writes the ONNX graph of a BERT encoder around its safetensors files: every initializer is a byte
 * range of one of these untouched files, none is copied.
 *
 * Inputs: `input_ids`, `attention_mask` (1 = a token, 0 = padding), `token_type_ids`, `position_ids`,
 * all int64 [batch, length]; `position_scale` float32 [1], multiplied into the position embeddings;
 * `keep` float32 [layers + 1, dims], multiplied into every hidden state and so into all that follows.
 * Outputs: `hidden_0` .. `hidden_L`, float32 [batch, length, dims]; padded rows mean nothing.
 *
 * Asking for every weight by name and shape is also what holds a config against its file.
 * @returns the bytes of a ModelProto
 * @throws TailscopeError("tensor-missing" | "tensor-shape" | "tensor-type")
 */
export function writeBertGraph(config: BertConfig, weights: WeightTable): Uint8Array<ArrayBuffer> {
  const { layers, dims } = config;
  const graph = new GraphBuilder(weights);
  const prefix = PREFIXES.find((p) => weights.has(`${p}embeddings.word_embeddings.weight`)) ?? '';
  const mask = graph.input('attention_mask', 'int64', ['batch', 'length']);
  graph.input('keep', 'float', [layers + 1, dims]);

  let states = keep(graph, embeddings(graph, config, `${prefix}embeddings`), config, 0);
  const shape = graph.node('Shape', [states]);
  const bias = paddingBias(graph, mask);
  for (let layer = 0; layer < layers; layer++) {
    const name = `${prefix}encoder.layer.${layer}`;
    const rows = graph.node('Reshape', [states, graph.ints([-1, dims])]);
    const attended = attentionBlock(graph, config, `${name}.attention`, { rows, shape, bias });
    const next = feedForwardBlock(graph, config, name, attended);
    states = keep(graph, graph.node('Reshape', [next, shape]), config, layer + 1);
  }
  return graph.finish();
}

/** Hidden states before `keep`, [batch, length, dims]. */
function embeddings(graph: GraphBuilder, config: BertConfig, name: string): Value {
  const { dims, layerNormEps } = config;
  const look = (table: string, rows: number, input: string) =>
    graph.node('Gather', [
      graph.weight([`${name}.${table}.weight`], [rows, dims]),
      graph.input(input, 'int64', ['batch', 'length']),
    ]);
  const words = look('word_embeddings', config.vocabulary, 'input_ids');
  const types = look('token_type_embeddings', config.tokenTypes, 'token_type_ids');
  const positions = graph.node('Mul', [
    look('position_embeddings', config.maxPositions, 'position_ids'),
    graph.input('position_scale', 'float', [1]),
  ]);
  const sum = graph.node('Add', [graph.node('Add', [words, types]), positions]);
  return layerNorm(graph, sum, `${name}.LayerNorm`, dims, layerNormEps);
}

/**
 * What attention scores get added, [batch, 1, length, length]: far below any score where the key is
 * padding, so that its weight is exactly 0. The operator's key padding mask would say the same, no faster, but
 * the WebGPU runtime does not have it.
 */
function paddingBias(graph: GraphBuilder, mask: Value): Value {
  const present = graph.node('Cast', [mask], { attributes: { to: { int: ONNX_TYPE.float } } });
  const absent = graph.node('Sub', [present, graph.float(1)]);
  const keys = graph.node('Unsqueeze', [graph.node('Mul', [absent, graph.float(1e4)]), graph.ints([1, 2])]);
  const queries = graph.node('Unsqueeze', [graph.node('Mul', [absent, graph.float(0)]), graph.ints([1, 3])]);
  return graph.node('Add', [queries, keys]);
}

/** Declares the hidden states of a layer as an output, each dimension times its place in `keep`. */
function keep(graph: GraphBuilder, states: Value, config: BertConfig, layer: number): Value {
  const kept = graph.node('Gather', ['keep', graph.ints(layer)]);
  const hidden = graph.node('Mul', [states, kept], { name: hiddenName(layer) });
  graph.output(hidden, 'float', ['batch', 'length', config.dims]);
  return hidden;
}

interface AttentionInputs {
  /** Hidden states [batch * length, dims]. */
  readonly rows: Value;
  /** [batch, length, dims] as a tensor. */
  readonly shape: Value;
  /** Added to attention scores, [batch, 1, length, length]. */
  readonly bias: Value;
}

/** Self-attention, residual and LayerNorm, [batch * length, dims]. */
function attentionBlock(
  graph: GraphBuilder,
  config: BertConfig,
  name: string,
  inputs: AttentionInputs,
): Value {
  const { dims, heads, layerNormEps } = config;
  const { rows, shape, bias } = inputs;
  // three matrices and not one joined: joining would copy the weights, and is no faster
  const project = (role: string) =>
    graph.node('Reshape', [linear(graph, rows, `${name}.self.${role}`, dims, dims), shape]);
  const query = project('query');
  const key = project('key');
  const value = project('value');
  const mixed = graph.node('MultiHeadAttention', [query, key, value, '', '', bias], {
    domain: 'com.microsoft',
    attributes: { num_heads: { int: heads } },
  });
  const mixedRows = graph.node('Reshape', [mixed, graph.ints([-1, dims])]);
  const out = linear(graph, mixedRows, `${name}.output.dense`, dims, dims);
  return layerNorm(graph, graph.node('Add', [out, rows]), `${name}.output.LayerNorm`, dims, layerNormEps);
}

/** Feed-forward, residual and LayerNorm, [batch * length, dims]. */
function feedForwardBlock(graph: GraphBuilder, config: BertConfig, name: string, rows: Value): Value {
  const { dims, feedForward, layerNormEps } = config;
  const wide = linear(graph, rows, `${name}.intermediate.dense`, feedForward, dims);
  const out = linear(
    graph,
    activation(graph, wide, config.activation),
    `${name}.output.dense`,
    dims,
    feedForward,
  );
  return layerNorm(graph, graph.node('Add', [out, rows]), `${name}.output.LayerNorm`, dims, layerNormEps);
}
