import { inlineTensorProto, nodeProto, type Attribute } from '../onnx.ts';
import { ProtoWriter } from '../protobuf.ts';
import { readField, readFields } from '../protobuf-reader.ts';
import type { GraphView } from './graph-view.ts';
import type { OnnxModel } from './model.ts';
import type { NodeInfo } from './node.ts';
import { GRAPH, NODE } from './schema.ts';

/** What a node is, takes and gives. */
export type Wiring = Pick<NodeInfo, 'op' | 'inputs' | 'outputs' | 'captured'>;

/** A node to be written, with the bytes of its field. */
export interface WrittenNode extends Wiring {
  readonly bytes: Uint8Array;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Changes to a graph that is read: nodes put in beside others, and the names of what a node takes and
 * gives. What nobody changes keeps its bytes.
 */
export class GraphEdit {
  readonly #bytes: ReadonlyMap<NodeInfo, Uint8Array>;
  readonly #nodes: readonly NodeInfo[];
  readonly #taken: Set<string>;
  readonly #inputs = new Map<NodeInfo, string[]>();
  readonly #outputs = new Map<NodeInfo, string[]>();
  readonly #before = new Map<NodeInfo, WrittenNode[]>();
  readonly #after = new Map<NodeInfo, WrittenNode[]>();
  readonly #first: WrittenNode[] = [];
  readonly #constants = new Map<string, ProtoWriter>();

  constructor(view: GraphView, { parts }: OnnxModel) {
    this.#bytes = new Map(parts.flatMap((part) => (part.kind === 'node' ? [[part.node, part.bytes]] : [])));
    this.#nodes = view.nodes.map(({ node }) => node);
    this.#taken = new Set([...view.inputs.keys(), ...view.initializers.keys(), ...view.captured]);
    for (const { outputs } of this.#nodes) for (const output of outputs) this.#taken.add(output);
  }

  /** Whether a value of that name is there already. */
  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /** A name that no value has yet. */
  fresh(wish: string): string {
    let name = wish;
    for (let i = 2; this.#taken.has(name); i++) name = `${wish} ${i}`;
    this.#taken.add(name);
    return name;
  }

  /** Has a node take another value in place of its i-th input, which it need not have had. */
  setInput(node: NodeInfo, i: number, value: string): void {
    const inputs = this.#inputs.get(node) ?? [...node.inputs];
    while (inputs.length < i) inputs.push('');
    inputs[i] = value;
    this.#inputs.set(node, inputs);
  }

  /** Gives a node's output a fresh name, so that something else can give the old one. */
  freeOutput(node: NodeInfo, value: string): string {
    const name = this.fresh(`${value} as computed`);
    this.renameOutput(node, value, name);
    return name;
  }

  /** Gives a node's output another name. */
  renameOutput(node: NodeInfo, value: string, name: string): void {
    const outputs = this.#outputs.get(node) ?? [...node.outputs];
    this.#outputs.set(
      node,
      outputs.map((output) => (output === value ? name : output)),
    );
    this.#taken.add(name);
  }

  /** Puts a node in: right before or after another, or before all. @returns its output */
  insert(
    where: { readonly before: NodeInfo } | { readonly after: NodeInfo } | 'first',
    op: string,
    inputs: readonly string[],
    output: string,
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string {
    const name = `tailscope makes ${output}`;
    const proto = nodeProto({ op, inputs, outputs: [output], attributes, domain: '', name });
    const bytes = new ProtoWriter().message(GRAPH.node, proto).finish();
    this.#taken.add(output);
    this.#list(where).push({ op, inputs, outputs: [output], captured: NONE, bytes });
    return output;
  }

  /** A constant of one axis, or a scalar when given a number. */
  ints(values: number | readonly number[]): string {
    const list = typeof values === 'number' ? [values] : values;
    const shape = typeof values === 'number' ? [] : [list.length];
    const name = this.fresh(`ints ${list.join()}`);
    this.#constants.set(name, inlineTensorProto(name, 'int64', shape, BigInt64Array.from(list, BigInt)));
    return name;
  }

  /** The constants that were asked for, as TensorProtos by name. */
  get constants(): ReadonlyMap<string, ProtoWriter> {
    return this.#constants;
  }

  /** All nodes as they now are, in order. */
  nodes(): readonly WrittenNode[] {
    const written = this.#nodes.flatMap((node) => [
      ...(this.#before.get(node) ?? []),
      this.#write(node),
      ...(this.#after.get(node) ?? []),
    ]);
    return [...this.#first, ...written];
  }

  #list(where: { before: NodeInfo } | { after: NodeInfo } | 'first'): WrittenNode[] {
    if (where === 'first') return this.#first;
    const [lists, node] = 'before' in where ? [this.#before, where.before] : [this.#after, where.after];
    const list = lists.get(node) ?? [];
    lists.set(node, list);
    return list;
  }

  #write(node: NodeInfo): WrittenNode {
    const bytes = this.#bytes.get(node) ?? new Uint8Array();
    const inputs = this.#inputs.get(node);
    const outputs = this.#outputs.get(node);
    const { op, captured } = node;
    if (!inputs && !outputs) return { ...node, bytes };
    const wiring = { inputs: inputs ?? node.inputs, outputs: outputs ?? node.outputs };
    return { op, ...wiring, captured, bytes: rewired(bytes, wiring) };
  }
}

/** The bytes of a node's field with other inputs and outputs. */
function rewired(bytes: Uint8Array, { inputs, outputs }: Pick<Wiring, 'inputs' | 'outputs'>): Uint8Array {
  const { from, to } = readField(bytes, 0, bytes.length);
  const node = new ProtoWriter();
  for (const input of inputs) node.string(NODE.input, input);
  for (const output of outputs) node.string(NODE.output, output);
  for (const field of readFields(bytes, from, to))
    if (field.number !== NODE.input && field.number !== NODE.output)
      node.raw(bytes.subarray(field.start, field.to));
  return new ProtoWriter().message(GRAPH.node, node).finish();
}
