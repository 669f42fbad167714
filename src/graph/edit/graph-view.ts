import { TailscopeError } from '../../core/error.ts';
import { inOrder } from './in-order.ts';
import type { OnnxModel, ValueInfo } from './model.ts';
import type { NodeInfo } from './node.ts';
import type { TensorInfo } from './tensor.ts';

/** A node, and its place in an order in which every input exists before it is used. */
export interface Placed {
  readonly node: NodeInfo;
  readonly place: number;
}

/** Operators whose output holds the numbers of their first input, as they are or in another type. */
const SAME_NUMBERS = new Set(['Cast', 'Identity', 'Dropout']);
/** Operators that only divide the numbers into other axes. */
const RESHAPING = new Set(['Reshape', 'Flatten', 'Squeeze', 'Unsqueeze']);
/** Operators that make a weight of a weight. */
const OF_WEIGHTS = new Set([...SAME_NUMBERS, ...RESHAPING, 'DequantizeLinear', 'Transpose']);

/**
 * What can be asked of a graph. All answers are found once, in one pass over the nodes, so that no
 * question walks the same chain again.
 * @throws TailscopeError("onnx-invalid") when values are not each defined once, before use, without cycles
 */
export class GraphView {
  /** In an order in which every input exists. */
  readonly nodes: readonly Placed[];
  readonly inputs: ReadonlyMap<string, ValueInfo>;
  readonly outputs: ReadonlyMap<string, ValueInfo>;
  /** Declared types of values within. */
  readonly values: ReadonlyMap<string, ValueInfo>;
  readonly initializers: ReadonlyMap<string, TensorInfo>;
  /** Names that graphs inside nodes use. */
  readonly captured: ReadonlySet<string>;
  readonly #producers = new Map<string, Placed>();
  readonly #consumers = new Map<string, Placed[]>();
  readonly #roots = new Map<string, string>();
  readonly #flatRoots = new Map<string, string>();
  readonly #constants = new Map<string, TensorInfo>();

  constructor({ parts }: OnnxModel) {
    const named = (kind: 'input' | 'output' | 'value') =>
      new Map(parts.flatMap((part) => (part.kind === kind ? [[part.value.name, part.value] as const] : [])));
    this.outputs = named('output');
    this.values = named('value');
    const initializers = parts.flatMap((part) => (part.kind === 'initializer' ? [part.tensor] : []));
    this.initializers = new Map(initializers.map((tensor) => [tensor.name, tensor]));
    if (this.initializers.size < initializers.length)
      throw TailscopeError.of('onnx-invalid', { problem: { is: 'twice', value: 'an initializer' } });
    // old files list their initializers among the inputs, too
    this.inputs = new Map([...named('input')].filter(([name]) => !this.initializers.has(name)));
    const nodes = parts.flatMap((part) => (part.kind === 'node' ? [part.node] : []));
    this.captured = new Set(nodes.flatMap(({ captured }) => [...captured]));
    const given = new Set([...this.inputs.keys(), ...this.initializers.keys()]);
    this.nodes = inOrder(nodes, given).map((node, place) => ({ node, place }));
    for (const [name, tensor] of this.initializers) this.#constants.set(name, tensor);
    for (const placed of this.nodes) this.#take(placed);
  }

  producer(value: string): Placed | undefined {
    return this.#producers.get(value);
  }

  /** Nodes that take the value, those with a graph inside that uses it included. */
  consumers(value: string): readonly Placed[] {
    return this.#consumers.get(value) ?? [];
  }

  /** The value whose numbers this one has, perhaps in another type. */
  root(value: string): string {
    return this.#roots.get(value) ?? value;
  }

  /** The value whose numbers this one has, perhaps in another type and shape. */
  flatRoot(value: string): string {
    return this.#flatRoots.get(value) ?? value;
  }

  /** The weight that a value is, or is made of by nothing but casts, dequantization and reshaping. */
  constant(value: string): TensorInfo | undefined {
    return this.#constants.get(value);
  }

  #take(placed: Placed): void {
    const { op, inputs, outputs, tensors, captured } = placed.node;
    for (const input of new Set([...inputs, ...captured])) {
      const known = this.#consumers.get(input);
      if (known) known.push(placed);
      else this.#consumers.set(input, [placed]);
    }
    for (const output of outputs) if (output !== '') this.#producers.set(output, placed);
    const [output] = outputs;
    const [input] = inputs;
    if (output === undefined) return;
    if (op === 'Constant') {
      // other attributes than a tensor are single numbers and short lists
      const tensor = tensors.get('value') ?? { type: 0, dims: [], external: undefined };
      this.#constants.set(output, { ...tensor, name: output });
    }
    if (input === undefined) return;
    const weight = OF_WEIGHTS.has(op) ? this.#constants.get(input) : undefined;
    if (weight) this.#constants.set(output, weight);
    if (SAME_NUMBERS.has(op)) this.#roots.set(output, this.root(input));
    if (SAME_NUMBERS.has(op) || RESHAPING.has(op)) this.#flatRoots.set(output, this.flatRoot(input));
  }
}
