import { outputProto } from '../onnx.ts';
import { ProtoWriter } from '../protobuf.ts';
import type { Live } from './live.ts';
import type { GraphPart, OnnxModel } from './model.ts';
import { GRAPH, MODEL } from './schema.ts';

/** What a model's graph is to be instead. */
export interface Changes extends Live {
  /** Declarations of inputs, in place of those of the same name. */
  readonly inputs: ReadonlyMap<string, ProtoWriter>;
  /** All outputs, of float32. */
  readonly outputs: readonly string[];
  readonly constants: ReadonlyMap<string, ProtoWriter>;
  /** Values whose declared shape may no longer hold. */
  readonly forgotten: ReadonlySet<string>;
}

/** The bytes of a ModelProto in which all that is not changed is as it was. */
export function writeModel({ rest, parts }: OnnxModel, changes: Changes): Uint8Array<ArrayBuffer> {
  const { nodes, used, inputs, outputs, constants } = changes;
  const graph = new ProtoWriter();
  for (const { bytes } of nodes) graph.raw(bytes);
  for (const part of parts) if (stays(part, changes)) graph.raw(part.bytes);
  for (const [name, constant] of constants) if (used.has(name)) graph.message(GRAPH.initializer, constant);
  for (const [name, input] of inputs) if (used.has(name)) graph.message(GRAPH.input, input);
  for (const name of outputs) graph.message(GRAPH.output, outputProto(name, 'float'));
  const whole = new ProtoWriter();
  for (const bytes of rest) whole.raw(bytes);
  return whole.message(MODEL.graph, graph).finish();
}

function stays(part: GraphPart, { used, inputs, forgotten }: Changes): boolean {
  switch (part.kind) {
    case 'initializer':
      return used.has(part.tensor.name);
    case 'input':
      return used.has(part.value.name) && !inputs.has(part.value.name);
    case 'value':
      return used.has(part.value.name) && !forgotten.has(part.value.name);
    case 'node':
    case 'output':
      return false; // written anew
    case 'other':
      return true;
  }
}
