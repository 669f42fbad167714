import { TailscopeError } from '../../core/error.ts';
import type { Size } from '../onnx.ts';
import { readFields, readString, requireMessage, type Field } from '../protobuf-reader.ts';
import { readNode, type NodeInfo } from './node.ts';
import { GRAPH, MODEL, OPSET, SHAPE, SIZE, TENSOR_TYPE, TYPE, VALUE } from './schema.ts';
import { readTensor, type TensorInfo } from './tensor.ts';

/** A graph's input or output, or the declared type of a value within. */
export interface ValueInfo {
  readonly name: string;
  /** TensorProto.DataType; 0 = not said. */
  readonly type: number;
  /** A size, or a name (perhaps '') where it is only known when the model runs; undefined = not said at all. */
  readonly shape: readonly Size[] | undefined;
}

/** A part of the graph as it was read, with its bytes, tag and all. */
export type GraphPart = { readonly bytes: Uint8Array } & (
  | { readonly kind: 'node'; readonly node: NodeInfo }
  | { readonly kind: 'initializer'; readonly tensor: TensorInfo }
  | { readonly kind: 'input' | 'output' | 'value'; readonly value: ValueInfo }
  | { readonly kind: 'other' }
);

/** An ONNX model as it was read: every byte is in one of its parts. */
export interface OnnxModel {
  /** Everything but the graph, each with its tag. */
  readonly rest: readonly Uint8Array[];
  readonly parts: readonly GraphPart[];
  /** Version by domain; '' is ONNX itself. */
  readonly opsets: ReadonlyMap<string, number>;
}

/** bert-large, quantized, has some 8,000 nodes that take 16,000 values. */
const MOST_NODES = 20_000;
const MOST_USES = 100_000;

/**
 * Reads a ModelProto whose weights are elsewhere, see readOutline.
 * @throws TailscopeError("onnx-invalid" | "onnx-unsupported")
 */
export function readModel(bytes: Uint8Array): OnnxModel {
  const rest: Uint8Array[] = [];
  const parts: GraphPart[] = [];
  const opsets = new Map<string, number>();
  const extent = new Extent();
  let graphs = 0;
  for (const field of readFields(bytes)) {
    switch (field.number) {
      case MODEL.graph:
        graphs++;
        for (const part of readFields(bytes, requireMessage(field).from, field.to)) {
          const read = readPart(bytes, part);
          parts.push(read);
          if (read.kind === 'node') extent.add(read.node);
        }
        continue;
      case MODEL.functions:
        throw TailscopeError.of('onnx-unsupported', { problem: { is: 'functions' } });
      case MODEL.training:
        continue; // how the model was trained, which may hold whole graphs, is no part of running it
      case MODEL.opsets: {
        const [domain, version] = readOpset(bytes, requireMessage(field));
        opsets.set(domain, version);
      }
    }
    rest.push(bytes.subarray(field.start, field.to));
  }
  if (graphs === 0) throw TailscopeError.of('onnx-invalid', { problem: { is: 'no-graph' } });
  return { rest, parts, opsets };
}

/** Keeps graphs out that would take long to walk. */
class Extent {
  #nodes = 0;
  #uses = 0;

  /** @throws TailscopeError("onnx-unsupported") */
  add({ inputs, outputs, captured }: NodeInfo): void {
    this.#nodes++;
    this.#uses += inputs.length + outputs.length + captured.size;
    if (this.#nodes > MOST_NODES || this.#uses > MOST_USES)
      throw TailscopeError.of('onnx-unsupported', { problem: { is: 'long', most: MOST_NODES } });
  }
}

function readPart(bytes: Uint8Array, field: Field): GraphPart {
  const { number, from, to } = field;
  const whole = bytes.subarray(field.start, to);
  switch (number) {
    case GRAPH.node:
      return { kind: 'node', bytes: whole, node: readNode(bytes, requireMessage(field)) };
    case GRAPH.initializer:
      requireMessage(field);
      return { kind: 'initializer', bytes: whole, tensor: readTensor(bytes, from, to) };
    case GRAPH.input:
      return { kind: 'input', bytes: whole, value: readValue(bytes, field) };
    case GRAPH.output:
      return { kind: 'output', bytes: whole, value: readValue(bytes, field) };
    case GRAPH.value:
      return { kind: 'value', bytes: whole, value: readValue(bytes, field) };
    case GRAPH.sparse:
      throw TailscopeError.of('onnx-unsupported', { problem: { is: 'sparse' } });
    default:
      return { kind: 'other', bytes: whole };
  }
}

function readOpset(bytes: Uint8Array, { from, to }: Field): [domain: string, version: number] {
  let [domain, version] = ['', 0];
  for (const field of readFields(bytes, from, to)) {
    if (field.number === OPSET.domain) domain = readString(bytes, field);
    else if (field.number === OPSET.version) version = field.value;
  }
  // 'ai.onnx' is the long name of the default domain
  return [domain === 'ai.onnx' ? '' : domain, version];
}

function readValue(bytes: Uint8Array, message: Field): ValueInfo {
  requireMessage(message);
  let [name, type] = ['', 0];
  let shape: Size[] | undefined;
  for (const field of readFields(bytes, message.from, message.to)) {
    if (field.number === VALUE.name) name = readString(bytes, field);
    if (field.number !== VALUE.type) continue;
    for (const tensor of inside(bytes, field, TYPE.tensor)) {
      for (const part of readFields(bytes, tensor.from, tensor.to)) {
        if (part.number === TENSOR_TYPE.element) type = part.value;
        else if (part.number === TENSOR_TYPE.shape)
          shape = [...inside(bytes, part, SHAPE.size)].map((size) => readSize(bytes, size));
      }
    }
  }
  return { name, type, shape };
}

/** The messages of that number within a message. */
function* inside(bytes: Uint8Array, message: Field, number: number): Generator<Field> {
  requireMessage(message);
  for (const field of readFields(bytes, message.from, message.to))
    if (field.number === number) yield requireMessage(field);
}

function readSize(bytes: Uint8Array, { from, to }: Field): Size {
  let size: Size = '';
  for (const field of readFields(bytes, from, to)) {
    if (field.number === SIZE.value) size = field.value;
    else if (field.number === SIZE.name) size = readString(bytes, field);
  }
  return size;
}
