import type { GraphView, Placed } from './graph-view.ts';
import type { NodeInfo } from './node.ts';
import type { TensorInfo } from './tensor.ts';

/** A layer normalization, in whatever form the exporter wrote it. */
export interface LayerNorm {
  readonly output: string;
  /** What is normalized: a sum of two that the operator itself adds, or one value. */
  readonly of: readonly [string, string] | string;
  readonly gamma: TensorInfo | undefined;
}

/** All layer normalizations of a graph that are applied to something the graph computes. */
export function findLayerNorms(view: GraphView): readonly LayerNorm[] {
  return view.nodes.flatMap(
    ({ node }) => fused(view, node) ?? (node.op === 'Sqrt' ? decomposed(view, node) : []),
  );
}

function fused(view: GraphView, { op, inputs, outputs }: NodeInfo): LayerNorm | undefined {
  const [output] = outputs;
  if (output === undefined) return undefined;
  const [first = '', second = '', third = ''] = inputs;
  if (op === 'LayerNormalization') return { output, of: first, gamma: view.constant(second) };
  if (op === 'SkipLayerNormalization') return { output, of: [first, second], gamma: view.constant(third) };
  return undefined;
}

/**
 * One written out in plain operators, found from its square root:
 * d = x - mean(x); d / sqrt(mean(d^2) + epsilon) * gamma + beta, with casts anywhere between.
 */
function decomposed(view: GraphView, sqrt: NodeInfo): LayerNorm[] {
  const made = (value: string | undefined) =>
    value === undefined ? undefined : view.producer(view.root(value))?.node;
  const shifted = made(sqrt.inputs[0]);
  if (shifted?.op !== 'Add') return [];
  const variance = made(shifted.inputs.find((value) => !view.constant(value)));
  if (variance?.op !== 'ReduceMean') return [];
  const square = made(variance.inputs[0]);
  if (square?.op !== 'Pow' && square?.op !== 'Mul') return [];
  const x = centred(view, square.inputs[0]);
  if (x === undefined) return [];
  return usersOf(view, sqrt.outputs[0]).flatMap(({ user, value }) => {
    const [inverse] = user.op === 'Reciprocal' ? usersOf(view, user.outputs[0]) : [];
    const divided = user.op === 'Div' ? user : inverse?.user.op === 'Mul' ? inverse.user : undefined;
    const by = inverse?.value ?? value;
    const numerator = divided?.inputs.find((input) => input !== by);
    if (!divided || centred(view, numerator) !== x) return [];
    return affine(view, divided, x);
  });
}

/** x, of a value that is x - mean(x). */
function centred(view: GraphView, value: string | undefined): string | undefined {
  const difference = value === undefined ? undefined : view.producer(view.root(value))?.node;
  const [x, subtracted] = difference?.op === 'Sub' ? difference.inputs : [];
  if (x === undefined || subtracted === undefined) return undefined;
  const mean = view.producer(view.root(subtracted))?.node;
  const [averaged] = mean?.op === 'ReduceMean' ? mean.inputs : [];
  const root = view.root(x);
  return averaged !== undefined && view.root(averaged) === root ? root : undefined;
}

/** What follows the division: times gamma, plus beta where there is one. */
function affine(view: GraphView, divided: NodeInfo, x: string): LayerNorm[] {
  const weighted = (value: string | undefined, op: string) => {
    const [only, ...others] = usersOf(view, value);
    return only?.user.op === op &&
      others.length === 0 &&
      only.user.inputs.some((input) => view.constant(input))
      ? only.user
      : undefined;
  };
  const scaled = weighted(divided.outputs[0], 'Mul');
  const weight = scaled?.inputs.find((input) => view.constant(input));
  if (!scaled || weight === undefined) return [];
  const output = (weighted(scaled.outputs[0], 'Add') ?? scaled).outputs[0];
  return output === undefined ? [] : [{ output, of: x, gamma: view.constant(weight) }];
}

interface Use {
  readonly user: NodeInfo;
  /** What the user takes: the value itself or a cast of it. */
  readonly value: string;
}

/** Casts in a row beyond this are no exporter's. */
const MOST_CASTS = 4;

/** Nodes that take a value or a cast of it. */
function usersOf(view: GraphView, value: string | undefined, casts = 0): readonly Use[] {
  if (value === undefined) return [];
  return view.consumers(value).flatMap(({ node }: Placed): readonly Use[] => {
    const [output] = node.outputs;
    const isCast = output !== undefined && view.root(output) === view.root(value) && output !== value;
    if (!isCast) return [{ user: node, value }];
    return casts < MOST_CASTS ? usersOf(view, output, casts + 1) : [];
  });
}
