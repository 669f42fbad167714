import {
  inlineTensorProto,
  modelProto,
  nodeProto,
  ONNX_TYPE,
  outputProto,
  valueInfoProto,
  type Attribute,
  type OnnxType,
  type Size,
} from '../onnx.ts';
import { ProtoWriter } from '../protobuf.ts';
import type { RangedFile } from './file-window.ts';
import type { EncoderSizes } from './find-encoder.ts';
import { ATTRIBUTE, GRAPH, NODE } from './schema.ts';

/** A node as a test writes it. */
export interface Step {
  op: string;
  inputs: string[];
  outputs: [string, ...string[]];
  attributes?: Record<string, Attribute>;
  domain?: string;
  /** Graphs in attributes of these names, each giving what its last step gives. */
  branches?: Record<string, Step[]>;
}

/** A graph as a test writes it. */
export interface Model {
  steps: Step[];
  initializers: Map<string, ProtoWriter>;
  inputs: Map<string, ProtoWriter>;
  outputs: Map<string, ProtoWriter>;
}

export const SMALL: EncoderSizes = { layers: 1, dims: 4, vocabulary: 300, maxPositions: 6, tokenTypes: 2 };

const step = (
  op: string,
  inputs: string[],
  output: string,
  attributes: Record<string, Attribute> = {},
): Step => ({
  op,
  inputs,
  outputs: [output],
  attributes,
});

/** An encoder of one layer that attends without matrices, written with as few operators as tell what it is. */
export function smallEncoder(): Model {
  const weights = (name: string, shape: number[]) => {
    const size = shape.reduce((product, length) => product * length, 1);
    const values = Float32Array.from({ length: size }, (_, i) => Math.sin(i + name.length));
    return [name, inlineTensorProto(name, 'float', shape, values)] as const;
  };
  const ids = ['batch', 'length'];
  return {
    steps: [
      step('Gather', ['words', 'input_ids'], 'word rows'),
      step('Sub', ['input_ids', 'input_ids'], 'no position'),
      step('Gather', ['positions', 'no position'], 'position rows'),
      step('Add', ['word rows', 'position rows'], 'embedded'),
      step('LayerNormalization', ['embedded', 'gamma', 'beta'], 'first'),
      step('Cast', ['attention_mask'], 'mask', { to: { int: ONNX_TYPE.float } }),
      step('ReduceMax', ['mask'], 'seen'),
      step('Softmax', ['first'], 'shares'),
      step('Add', ['shares', 'first'], 'attended'),
      step('LayerNormalization', ['attended', 'gamma', 'beta'], 'middle'),
      step('Mul', ['middle', 'seen'], 'wide'),
      step('Add', ['wide', 'middle'], 'summed'),
      step('LayerNormalization', ['summed', 'gamma', 'beta'], 'last'),
    ],
    initializers: new Map([
      weights('words', [SMALL.vocabulary, 4]),
      weights('positions', [6, 4]),
      weights('gamma', [4]),
      weights('beta', [4]),
    ]),
    inputs: new Map([declared('input_ids', 'int64', ids), declared('attention_mask', 'int64', ids)]),
    outputs: new Map([declared('last', 'float', [...ids, 4])]),
  };
}

export function declared(name: string, type: OnnxType, shape: readonly Size[]): [string, ProtoWriter] {
  return [name, valueInfoProto(name, type, shape)];
}

/** The bytes of a model's file. */
export function bytesOf({ steps, initializers, inputs, outputs }: Model): Uint8Array<ArrayBuffer> {
  return modelProto({
    nodes: steps.map(nodeOf),
    initializers: [...initializers.values()],
    inputs: [...inputs.values()],
    outputs: [...outputs.values()],
    opset: 17,
  }).finish();
}

function nodeOf({ attributes = {}, domain = '', branches = {}, ...rest }: Step): ProtoWriter {
  const node = nodeProto({ ...rest, attributes, domain });
  for (const [name, steps] of Object.entries(branches)) {
    const graph = new ProtoWriter();
    for (const inner of steps) graph.message(GRAPH.node, nodeOf(inner));
    const [output = ''] = steps.at(-1)?.outputs ?? [];
    graph.string(2, name).message(GRAPH.output, outputProto(output, 'float'));
    const attribute = new ProtoWriter().string(ATTRIBUTE.name, name).message(ATTRIBUTE.graph, graph);
    node.message(NODE.attribute, attribute.int(20, 5)); // of the kind GRAPH
  }
  return node;
}

/** A file in memory that counts what is asked of it. */
export function fileOf(
  bytes: Uint8Array,
  name = 'model.onnx',
): RangedFile & { asked(): number; largest(): number } {
  let asked = 0;
  let largest = 0;
  return {
    name,
    size: bytes.length,
    asked: () => asked,
    largest: () => largest,
    read: (start, end) => {
      asked += end - start;
      largest = Math.max(largest, end - start);
      return Promise.resolve(bytes.slice(start, end));
    },
  };
}
