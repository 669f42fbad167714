import { architectureOf, type Architecture } from './architectures/index.ts';
import { encoderBlock, type BlockParts } from './encoder-block.ts';
import { GraphBuilder, type Value } from './graph-builder.ts';
import { declareInputs, hiddenName, INPUT, type GraphOptions } from './interface.ts';
import { maskedWords, requireMaskedWords } from './masked-words.ts';
import type { ModelConfig } from './model-config.ts';
import { paddingBias } from './padding-bias.ts';
import { traceLayer } from './trace.ts';
import type { WeightTable } from './weight-table.ts';

/**
 * Writes the ONNX graph of an encoder around its safetensors files: every initializer is a byte range
 * of one of these untouched files, none is copied.
 *
 * Inputs: `input_ids`, `attention_mask` (1 = a token, 0 = padding), `position_ids` (rows of the position
 * table: a sentence begins at the config's firstPosition) and, where the network has token types,
 * `token_type_ids`, all int64 [batch, length]; `position_scale` float32 [1], multiplied into the
 * embeddings of positions; `keep` float32 [layers + 1, dims], multiplied into every hidden state and so
 * into all that follows.
 * Outputs: `hidden_0` .. `hidden_L`, float32 [batch * length, dims]; padded rows mean nothing.
 *
 * With `maskedWords` also the input `masked_rows`, int64 [masked], indices into batch * length, and the
 * output `masked_logits`, float32 [masked, vocabulary], of the word that stands there. The head reads
 * the last hidden states as `keep` leaves them.
 *
 * With `terms` also the input `traced_dims`, int64 [traced], and the outputs `terms_0` .. `terms_L` and `scales_0` ..
 * `scales_L`: what makes up hidden states at these dimensions, see `traceEmbeddings` and `traceLayer`.
 *
 * With `part` only what belongs to these layers; see GraphPart.
 *
 * Asking for every weight by name and shape is also what holds a config against its files.
 * @returns the bytes of a ModelProto
 * @throws TailscopeError("tensor-missing" | "tensor-shape" | "tensor-type" | "no-masked-words")
 */
export function writeGraph(
  config: ModelConfig,
  weights: WeightTable,
  options: GraphOptions = {},
): Uint8Array<ArrayBuffer> {
  const { layers, dims } = config;
  const graph = new GraphBuilder(weights);
  const architecture = architectureOf(config);
  if (options.maskedWords === true) requireMaskedWords(weights, architecture.head);
  declareInputs(graph, config, options);
  const { graphics = false, terms: traced = false } = options;
  const scope = { graph, at: prefixOf(weights, architecture), traced };

  const kept = (layer: number) => graph.node('Gather', [INPUT.keep, graph.ints(layer)]);
  const output = (states: Value) => {
    graph.output(states, 'float', ['rows', dims]);
    return states;
  };
  const { first, end } = options.part ?? { first: 0, end: layers };
  let states =
    first === 0
      ? output(graph.node('Mul', [architecture.embeddings(scope), kept(0)], { name: hiddenName(0) }))
      : hiddenName(first);
  const size = graph.node('Shape', [INPUT.mask]);
  const shape = graph.node('Concat', [size, graph.ints([dims])], { attributes: { axis: { int: 0 } } });
  const padding = paddingBias(graph);
  const bias = architecture.attentionBias?.(scope, padding) ?? padding;
  for (let layer = first; layer < end; layer++) {
    const names = architecture.block(scope.at, layer);
    const own = { keep: kept(layer + 1), name: hiddenName(layer + 1) };
    const onParts = (parts: BlockParts): void => {
      traceLayer(graph, layer + 1, parts);
    };
    states = output(
      encoderBlock(graph, config, names, {
        rows: states,
        shape,
        bias,
        graphics,
        ...own,
        ...(traced && { onParts }),
      }),
    );
  }
  if (options.maskedWords === true && end === layers) maskedWords(scope, config, architecture.head, states);
  return graph.finish(graphics ? 17 : 23);
}

/** What the names of a checkpoint's encoder tensors begin with: a base model saved alone has no prefix. */
export function prefixOf(weights: WeightTable, { prefix }: Architecture): string {
  return weights.has(`${prefix}embeddings.word_embeddings.weight`) ? prefix : '';
}
