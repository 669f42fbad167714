import { ProtoWriter } from './protobuf.ts';

// Field numbers and enum values are those of onnx.proto3 (github.com/onnx/onnx).

/** TensorProto.DataType, as far as we use it. */
export const ONNX_TYPE = { float: 1, int32: 6, int64: 7, float16: 10, double: 11, bfloat16: 16 } as const;
export type OnnxType = keyof typeof ONNX_TYPE;

/** A node's attribute; the kind is needed because JavaScript has one type of number. */
export type Attribute = { readonly int: number } | { readonly float: number };

/** A dimension's size, or the name of one known only when the model runs. */
export type Size = number | string;

export interface NodeSpec {
  readonly op: string;
  /** Values by name; an empty name leaves an optional input out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly [string, ...string[]];
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** '' is ONNX itself. */
  readonly domain: string;
  /** Unique among the nodes; made up when left out. */
  readonly name?: string;
}

export function nodeProto({ op, inputs, outputs, attributes, domain, name }: NodeSpec): ProtoWriter {
  const proto = new ProtoWriter();
  for (const input of inputs) proto.string(1, input);
  for (const output of outputs) proto.string(2, output);
  // a unique name, so that the runtime's messages and profiles point at one node
  proto.string(3, name ?? `make ${outputs[0]}`).string(4, op);
  for (const [key, value] of Object.entries(attributes)) proto.message(5, attributeProto(key, value));
  if (domain !== '') proto.string(7, domain);
  return proto;
}

function attributeProto(name: string, value: Attribute): ProtoWriter {
  const proto = new ProtoWriter().string(1, name);
  if ('float' in value) return proto.float(2, value.float).int(20, 1);
  return proto.int(3, value.int).int(20, 2);
}

/** A tensor whose elements are in the message. */
export function inlineTensorProto(
  name: string,
  type: OnnxType,
  shape: readonly number[],
  data: BigInt64Array | Float32Array,
): ProtoWriter {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return tensorHead(name, type, shape).bytes(9, bytes);
}

/** A tensor whose elements are a byte range of another file. */
export function externalTensorProto(
  name: string,
  type: OnnxType,
  shape: readonly number[],
  range: { readonly location: string; readonly start: number; readonly end: number },
): ProtoWriter {
  const proto = tensorHead(name, type, shape);
  const pairs = { location: range.location, offset: range.start, length: range.end - range.start };
  for (const [key, value] of Object.entries(pairs))
    proto.message(13, new ProtoWriter().string(1, key).string(2, String(value)));
  return proto.int(14, 1); // data_location = EXTERNAL
}

function tensorHead(name: string, type: OnnxType, shape: readonly number[]): ProtoWriter {
  const proto = new ProtoWriter();
  for (const size of shape) proto.int(1, size);
  return proto.int(2, ONNX_TYPE[type]).string(8, name);
}

/** An input or output of the graph. */
export function valueInfoProto(name: string, type: OnnxType, shape: readonly Size[]): ProtoWriter {
  const sizes = new ProtoWriter();
  for (const size of shape) {
    const dimension = new ProtoWriter();
    sizes.message(1, typeof size === 'number' ? dimension.int(1, size) : dimension.string(2, size));
  }
  const tensor = new ProtoWriter().int(1, ONNX_TYPE[type]).message(2, sizes);
  return new ProtoWriter().string(1, name).message(2, new ProtoWriter().message(1, tensor));
}

/** An output whose shape is left to the runtime to find. */
export function outputProto(name: string, type: OnnxType): ProtoWriter {
  const tensor = new ProtoWriter().int(1, ONNX_TYPE[type]);
  return new ProtoWriter().string(1, name).message(2, new ProtoWriter().message(1, tensor));
}

export interface GraphSpec {
  readonly nodes: readonly ProtoWriter[];
  readonly initializers: readonly ProtoWriter[];
  readonly inputs: readonly ProtoWriter[];
  readonly outputs: readonly ProtoWriter[];
  /** Version of ONNX's operators. */
  readonly opset: Opset;
}

/** The first with LayerNormalization, and the first with Attention. */
export type Opset = 17 | 23;

/** The version of the format that came with each. */
const IR_VERSION = { 17: 8, 23: 11 } as const;

/** A ModelProto of ONNX's operators and the runtime's own. */
export function modelProto({ nodes, initializers, inputs, outputs, opset }: GraphSpec): ProtoWriter {
  const graph = new ProtoWriter();
  for (const node of nodes) graph.message(1, node);
  graph.string(2, 'tailscope');
  for (const initializer of initializers) graph.message(5, initializer);
  for (const input of inputs) graph.message(11, input);
  for (const output of outputs) graph.message(12, output);
  const version = (domain: string, of: number) => new ProtoWriter().string(1, domain).int(2, of);
  return new ProtoWriter()
    .int(1, IR_VERSION[opset])
    .string(2, 'tailscope')
    .message(7, graph)
    .message(8, version('', opset))
    .message(8, version('com.microsoft', 1));
}
