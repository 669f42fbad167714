import type { GraphBuilder } from './graph-builder.ts';
import type { ModelConfig } from './model-config.ts';

/** Names of a graph's inputs: see `writeGraph` for what each is. */
export const INPUT = {
  ids: 'input_ids',
  mask: 'attention_mask',
  types: 'token_type_ids',
  positions: 'position_ids',
  positionScale: 'position_scale',
  keep: 'keep',
  maskedRows: 'masked_rows',
  traced: 'traced_dims',
} as const;

/** Output name of layer l's hidden states; 0 is after the embeddings. */
export const hiddenName = (layer: number): string => `hidden_${layer}`;

/** Output name of what makes up layer l's hidden states at the traced dimensions; see `traceLayer`. */
export const termsName = (layer: number): string => `terms_${layer}`;

/** Output name of the LayerNorms' scales and shifts in layer l at the traced dimensions. */
export const scalesName = (layer: number): string => `scales_${layer}`;

/** Output name of the masked-word head. */
export const MASKED_LOGITS = 'masked_logits';

/** What is written besides the encoder. */
export interface GraphOptions {
  /** The masked-word head; default false. */
  readonly maskedWords?: boolean;
  /** What makes up hidden states at chosen dimensions; default false. */
  readonly terms?: boolean;
  /**
   * Whether it is for a graphics device, where the runtime lacks the operator for attention that is faster on
   * processors; default false.
   */
  readonly graphics?: boolean;
  /** Some of the layers only; default all. */
  readonly part?: GraphPart;
}

/**
 * Layers `first` to `end` - 1, the first being 0. The part that begins with 0 has the embeddings too; any other takes
 * `hidden_first` in place of tokens. The masked-word head goes with the last layer.
 */
export interface GraphPart {
  readonly first: number;
  readonly end: number;
}

/** Declares every input that the graph has. */
export function declareInputs(graph: GraphBuilder, config: ModelConfig, options: GraphOptions): void {
  const tokens = ['batch', 'length'];
  const first = options.part?.first ?? 0;
  graph.input(INPUT.mask, 'int64', tokens);
  if (first === 0) {
    graph.input(INPUT.ids, 'int64', tokens);
    if (config.tokenTypes > 0) graph.input(INPUT.types, 'int64', tokens);
    graph.input(INPUT.positions, 'int64', tokens);
    graph.input(INPUT.positionScale, 'float', [1]);
  } else graph.input(hiddenName(first), 'float', ['rows', config.dims]);
  graph.input(INPUT.keep, 'float', [config.layers + 1, config.dims]);
  if (options.maskedWords === true) graph.input(INPUT.maskedRows, 'int64', ['masked']);
  if (options.terms === true) graph.input(INPUT.traced, 'int64', ['traced']);
}
