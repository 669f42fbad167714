import { TailscopeError } from '../../core/error.ts';
import { floatType } from './element-type.ts';
import {
  findEmbeddings,
  findRelativePositions,
  type Embeddings,
  type Lookup,
  type TableSizes,
} from './embeddings.ts';
import type { GraphView, Placed } from './graph-view.ts';
import { findLayerNorms } from './layer-norms.ts';
import { attends } from './path-between.ts';
import { residualChain } from './residual-chain.ts';

/** What a config says of the network, for a graph to be held to. */
export interface EncoderSizes extends TableSizes {
  readonly layers: number;
  readonly dims: number;
  readonly vocabulary: number;
}

/** A value that holds hidden states. */
export interface HiddenValue {
  readonly name: string;
  /** TensorProto.DataType */
  readonly type: number;
}

export interface FoundEncoder {
  /** Hidden states 0 (after the embeddings) to L, in the values that their layers give. */
  readonly hidden: readonly HiddenValue[];
  readonly embeddings: Embeddings;
  readonly relativePositions: readonly Lookup[];
  /** Names of the values between the inputs and hidden state 0. */
  readonly embedding: ReadonlySet<string>;
}

/**
 * Finds an encoder's hidden states in a graph by its structure alone, since exporters give no names to
 * rely on. Hidden state 0 is what the first attention block adds to; hidden state l the output of the
 * l-th normalization after a feed-forward block.
 * @throws TailscopeError("onnx-unsupported" | "onnx-config")
 */
export function findEncoder(view: GraphView, sizes: EncoderSizes): FoundEncoder {
  const chain = residualChain(view, findLayerNorms(view));
  if (2 * sizes.layers !== chain.length)
    throw TailscopeError.of('onnx-config', { of: 'layers', config: sizes.layers, graph: chain.length / 2 });
  for (const { norm } of chain) {
    const width = norm.gamma?.dims.at(-1);
    if (width === undefined) throw TailscopeError.of('onnx-unsupported', { problem: { is: 'gamma' } });
    if (width !== sizes.dims)
      throw TailscopeError.of('onnx-config', { of: 'dimensions', config: sizes.dims, graph: width });
  }
  const outputs = chain.filter(({ attention }) => !attention).map(({ norm }) => norm.output);
  const names = [...chain.slice(0, 1).map(({ from }) => from), ...outputs];
  const hidden = names.map((name): HiddenValue => {
    const type = floatType(view, name);
    if (type === undefined) throw TailscopeError.of('onnx-unsupported', { problem: { is: 'type' } });
    return { name, type };
  });

  const made = makersOf(view, names.slice(0, 1));
  if (made.some(({ node }) => attends(node)))
    throw TailscopeError.of('onnx-unsupported', { problem: { is: 'attention-before' } });
  const embedding = new Set(made.flatMap(({ node }) => node.outputs));
  return {
    hidden,
    embedding,
    embeddings: findEmbeddings(view, made, sizes),
    relativePositions: findRelativePositions(view, sizes),
  };
}

/** The nodes that values are made by, each after those whose outputs it takes. */
function makersOf(view: GraphView, values: readonly string[]): readonly Placed[] {
  const needed = new Set(values);
  return view.nodes
    .toReversed()
    .filter(({ node }) => {
      const isNeeded = node.outputs.some((output) => output !== '' && needed.has(output));
      if (isNeeded) for (const input of [...node.inputs, ...node.captured]) needed.add(input);
      return isNeeded;
    })
    .toReversed();
}
