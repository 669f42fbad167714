import { TailscopeError } from '../../core/error.ts';
import { readFields, readString, requireMessage, type Field } from '../protobuf-reader.ts';
import { clip } from './clip.ts';
import { ATTRIBUTE, GRAPH, NODE, VALUE } from './schema.ts';
import { readTensor, type TensorInfo } from './tensor.ts';

/** An operator of the graph. */
export interface NodeInfo {
  /** Its type, "MatMul". */
  readonly op: string;
  /** Values by name; '' is an optional input left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly ints: ReadonlyMap<string, number>;
  readonly tensors: ReadonlyMap<string, TensorInfo>;
  /** Names that graphs within its attributes use. Some may be values of their own. */
  readonly captured: ReadonlySet<string>;
}

/** Deeper than any exporter nests a branch in a loop in a branch. */
const MOST_NESTED = 16;

/** @throws TailscopeError("onnx-invalid" | "onnx-unsupported") */
export function readNode(bytes: Uint8Array, { from, to }: Field, depth = 0): NodeInfo {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const ints = new Map<string, number>();
  const tensors = new Map<string, TensorInfo>();
  const captured = new Set<string>();
  let op = '';
  for (const field of readFields(bytes, from, to)) {
    if (field.number === NODE.input) inputs.push(readString(bytes, field));
    else if (field.number === NODE.output) outputs.push(readString(bytes, field));
    else if (field.number === NODE.op) op = readString(bytes, field);
    else if (field.number === NODE.attribute) {
      const attribute = readAttribute(bytes, requireMessage(field), captured, depth);
      if (attribute.int !== undefined) ints.set(attribute.name, attribute.int);
      if (attribute.tensor) tensors.set(attribute.name, attribute.tensor);
    }
  }
  return { op, inputs, outputs, ints, tensors, captured };
}

interface Attribute {
  readonly name: string;
  readonly int: number | undefined;
  readonly tensor: TensorInfo | undefined;
}

function readAttribute(
  bytes: Uint8Array,
  { from, to }: Field,
  captured: Set<string>,
  depth: number,
): Attribute {
  let name = '';
  let int: number | undefined;
  let tensor: TensorInfo | undefined;
  for (const field of readFields(bytes, from, to)) {
    switch (field.number) {
      case ATTRIBUTE.name:
        name = readString(bytes, field);
        break;
      case ATTRIBUTE.int:
        int = field.value;
        break;
      case ATTRIBUTE.tensor:
      case ATTRIBUTE.tensors:
        tensor = readInnerTensor(bytes, requireMessage(field));
        break;
      case ATTRIBUTE.graph:
      case ATTRIBUTE.graphs:
        readInnerGraph(bytes, requireMessage(field), captured, depth + 1);
        break;
      case ATTRIBUTE.sparse:
      case ATTRIBUTE.sparses:
        throw TailscopeError.of('onnx-unsupported', { problem: { is: 'sparse' } });
    }
  }
  return { name, int, tensor };
}

/** A tensor that is not the graph's own must hold its elements: the runtime looks for none elsewhere. */
function readInnerTensor(bytes: Uint8Array, { from, to }: Field): TensorInfo {
  const tensor = readTensor(bytes, from, to);
  if (!tensor.external) return tensor;
  const problem = {
    is: 'range',
    tensor: clip(tensor.name),
    location: clip(tensor.external.location),
  } as const;
  throw TailscopeError.of('onnx-invalid', { problem });
}

/** A branch or a loop's body: what it uses of its surroundings, and whether its tensors are sound. */
function readInnerGraph(bytes: Uint8Array, { from, to }: Field, captured: Set<string>, depth: number): void {
  if (depth > MOST_NESTED) throw TailscopeError.of('onnx-unsupported', { problem: { is: 'nested' } });
  for (const field of readFields(bytes, from, to)) {
    if (field.number === GRAPH.node) {
      const node = readNode(bytes, requireMessage(field), depth);
      for (const name of [...node.inputs, ...node.captured]) captured.add(name);
    } else if (field.number === GRAPH.initializer) {
      readInnerTensor(bytes, requireMessage(field));
    } else if (field.number === GRAPH.output) {
      requireMessage(field);
      for (const part of readFields(bytes, field.from, field.to))
        if (part.number === VALUE.name) captured.add(readString(bytes, part));
    } else if (field.number === GRAPH.sparse) {
      throw TailscopeError.of('onnx-unsupported', { problem: { is: 'sparse' } });
    }
  }
}
