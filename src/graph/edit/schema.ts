// Field numbers of onnx.proto3 (github.com/onnx/onnx), as far as they are read here.

export const MODEL = { graph: 7, opsets: 8, training: 20, functions: 25 } as const;
export const OPSET = { domain: 1, version: 2 } as const;
export const GRAPH = { node: 1, initializer: 5, input: 11, output: 12, value: 13, sparse: 15 } as const;
export const NODE = { input: 1, output: 2, name: 3, op: 4, attribute: 5, domain: 7 } as const;
export const ATTRIBUTE = {
  name: 1,
  int: 3,
  tensor: 5,
  graph: 6,
  tensors: 10,
  graphs: 11,
  sparse: 22,
  sparses: 23,
} as const;
export const TENSOR = {
  dims: 1,
  type: 2,
  floats: 4,
  name: 8,
  raw: 9,
  external: 13,
  location: 14,
} as const;
export const ENTRY = { key: 1, value: 2 } as const;
export const VALUE = { name: 1, type: 2 } as const;
export const TYPE = { tensor: 1 } as const;
export const TENSOR_TYPE = { element: 1, shape: 2 } as const;
export const SHAPE = { size: 1 } as const;
export const SIZE = { value: 1, name: 2 } as const;

/** TensorProto.DataLocation */
export const EXTERNAL = 1;

/** TensorProto.DataType */
export const FLOAT = 1;
export const INT32 = 6;
export const INT64 = 7;
export const STRING = 8;
export const FLOAT16 = 10;

/** Types in which a network computes: float32, float16, float64 and bfloat16. */
export const FLOATS: ReadonlySet<number> = new Set([1, 10, 11, 16]);

/** Bits of an element of each data type that has a size; four-bit ones are packed two to a byte. */
export const BITS: ReadonlyMap<number, number> = new Map([
  [1, 32], // float
  [2, 8], // uint8
  [3, 8], // int8
  [4, 16], // uint16
  [5, 16], // int16
  [6, 32], // int32
  [7, 64], // int64
  [9, 8], // bool
  [10, 16], // float16
  [11, 64], // double
  [12, 32], // uint32
  [13, 64], // uint64
  [14, 64], // complex64
  [15, 128], // complex128
  [16, 16], // bfloat16
  [17, 8], // float8, in its four forms
  [18, 8],
  [19, 8],
  [20, 8],
  [21, 4], // uint4
  [22, 4], // int4
  [23, 4], // float4
]);
