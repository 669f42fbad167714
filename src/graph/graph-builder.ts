import { TailscopeError } from '../core/error.ts';
import {
  externalTensorProto,
  inlineTensorProto,
  modelProto,
  nodeProto,
  ONNX_TYPE,
  valueInfoProto,
  type Attribute,
  type OnnxType,
  type Opset,
  type Size,
} from './onnx.ts';
import type { ProtoWriter } from './protobuf.ts';
import { findTensor, type TensorEntry, type WeightTable } from './weight-table.ts';

/** The name of a value in the graph: what a node takes and gives. */
export type Value = string;

export interface NodeOptions {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  /** 'com.microsoft' for the runtime's own operators. */
  readonly domain?: 'com.microsoft';
  /** The output's name; made up when left out. */
  readonly name?: Value;
}

/**
 * Collects a graph node by node. Nodes must come in an order in which every input exists, which
 * calling `node` with earlier results does by itself; initializers come into being when first used.
 */
export class GraphBuilder {
  readonly #weights: WeightTable;
  readonly #nodes: ProtoWriter[] = [];
  readonly #inputs: ProtoWriter[] = [];
  readonly #outputs: ProtoWriter[] = [];
  readonly #initializers: ProtoWriter[] = [];
  readonly #made = new Map<string, Value>();

  constructor(weights: WeightTable) {
    this.#weights = weights;
  }

  input(name: Value, type: OnnxType, shape: readonly Size[]): Value {
    this.#inputs.push(valueInfoProto(name, type, shape));
    return name;
  }

  output(name: Value, type: OnnxType, shape: readonly Size[]): void {
    this.#outputs.push(valueInfoProto(name, type, shape));
  }

  node(op: string, inputs: readonly Value[], options: NodeOptions = {}): Value {
    const { attributes = {}, domain = '', name = `v${this.#nodes.length}` } = options;
    this.#nodes.push(nodeProto({ op, inputs, outputs: [name], attributes, domain }));
    return name;
  }

  /** A node of two outputs or more; the others are called after the first. */
  nodeOf(
    op: string,
    inputs: readonly Value[],
    more: readonly string[],
    { attributes = {}, name: first = `v${this.#nodes.length}` }: NodeOptions,
  ): { readonly first: Value; readonly others: readonly Value[] } {
    const others = more.map((name) => `${first} ${name}`);
    this.#nodes.push(nodeProto({ op, inputs, outputs: [first, ...others], attributes, domain: '' }));
    return { first, others };
  }

  /** A constant of one axis, or a scalar when given a number. */
  ints(values: number | readonly number[]): Value {
    const list = typeof values === 'number' ? [values] : values;
    const shape = typeof values === 'number' ? [] : [list.length];
    return this.#once(`ints ${JSON.stringify(values)}`, (name) =>
      this.#initializers.push(inlineTensorProto(name, 'int64', shape, BigInt64Array.from(list, BigInt))),
    );
  }

  /** A scalar constant. */
  float(value: number): Value {
    return this.#once(`float ${value}`, (name) =>
      this.#initializers.push(inlineTensorProto(name, 'float', [], Float32Array.of(value))),
    );
  }

  /**
   * A weight as float32, under the first of its alternative names that the checkpoint has. Half-precision
   * ones are cast in the graph; the runtime folds that cast when the session is made.
   * @throws TailscopeError("tensor-missing" | "tensor-shape" | "tensor-type")
   */
  weight(names: readonly [string, ...string[]], shape: readonly number[]): Value {
    const { name, entry } = findTensor(this.#weights, names, shape);
    return this.#once(
      name,
      () => {
        const type = weightType(name, entry);
        this.#initializers.push(externalTensorProto(name, type, shape, entry));
        if (type === 'float') return;
        this.node('Cast', [name], {
          attributes: { to: { int: ONNX_TYPE.float } },
          name: `${name} as float`,
        });
      },
      entry.dtype === 'F32' ? name : `${name} as float`,
    );
  }

  /** The ModelProto. */
  finish(opset: Opset = 17): Uint8Array<ArrayBuffer> {
    return modelProto({
      nodes: this.#nodes,
      initializers: this.#initializers,
      inputs: this.#inputs,
      outputs: this.#outputs,
      opset,
    }).finish();
  }

  #once(key: string, make: (name: Value) => unknown, name: Value = key): Value {
    if (!this.#made.has(key)) make(name);
    this.#made.set(key, name);
    return name;
  }
}

function weightType(tensor: string, { dtype }: TensorEntry): OnnxType {
  if (dtype === 'F32') return 'float';
  if (dtype === 'F16') return 'float16';
  if (dtype === 'BF16') return 'bfloat16';
  throw TailscopeError.of('tensor-type', { tensor, found: dtype });
}
