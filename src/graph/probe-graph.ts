import { GraphBuilder, type Value } from './graph-builder.ts';
import { ONNX_TYPE } from './onnx.ts';

/** Names of what the training graph takes and gives. */
export const PROBE = {
  rows: 'rows',
  labels: 'labels',
  sizes: 'sizes',
  rates: 'rates',
  weights: 'weights',
  first: 'first',
  second: 'second',
  weightsOut: 'weights_out',
  firstOut: 'first_out',
  secondOut: 'second_out',
} as const;

/** Numbers of `rates` for each step: 1 / rows of the batch, step size, and what is added to the root below it. */
export const RATES = 3;

/** What Adam forgets of the gradient's mean and of its square at each step: PyTorch's defaults. */
export const BETAS = [0.9, 0.999] as const;

/**
 * Several steps of training a softmax probe without bias by Adam, one after another in one graph.
 *
 * Inputs: `rows` float32 [batches together, dims], `labels` int64 [the same], `sizes` int64 [steps] (rows of each batch),
 * `rates` float32 [steps * RATES], and the state: `weights`, `first` and `second`, float32 [classes, dims]. Outputs: the
 * state after the last step. `first` and `second` are Adam's moments divided by 1 - beta, which saves a pass over each:
 * the step size and the small number of `rates` make up for it.
 */
export function writeProbeGraph(steps: number): Uint8Array<ArrayBuffer> {
  const graph = new GraphBuilder(new Map());
  const rows = graph.input(PROBE.rows, 'float', ['rows', 'dims']);
  const labels = graph.input(PROBE.labels, 'int64', ['rows']);
  graph.input(PROBE.sizes, 'int64', [steps]);
  graph.input(PROBE.rates, 'float', [steps * RATES]);
  for (const name of [PROBE.weights, PROBE.first, PROBE.second])
    graph.input(name, 'float', ['classes', 'dims']);
  const size = graph.node('Gather', [graph.node('Shape', [PROBE.weights]), graph.ints(0)]);
  const classes = graph.node('Range', [graph.ints(0), size, graph.ints(1)]);
  const batches = split(graph, rows, steps);
  const answers = split(graph, labels, steps);

  let state: State = { weights: PROBE.weights, first: PROBE.first, second: PROBE.second };
  for (let step = 0; step < steps; step++) {
    const rate = (which: number) => graph.node('Gather', [PROBE.rates, graph.ints(step * RATES + which)]);
    const batch = batches[step] ?? '';
    const error = errorOf(graph, batch, answers[step] ?? '', state.weights, classes);
    const even = graph.node('Mul', [error, rate(0)]);
    const gradient = graph.node('Gemm', [even, batch], { attributes: { transA: { int: 1 } } });
    state = adam(graph, state, gradient, { size: rate(1), small: rate(2) });
  }
  for (const [value, name] of [
    [state.weights, PROBE.weightsOut],
    [state.first, PROBE.firstOut],
    [state.second, PROBE.secondOut],
  ] as const) {
    graph.node('Identity', [value], { name });
    graph.output(name, 'float', ['classes', 'dims']);
  }
  return graph.finish();
}

interface State {
  readonly weights: Value;
  readonly first: Value;
  readonly second: Value;
}

function split(graph: GraphBuilder, value: Value, steps: number): readonly Value[] {
  const more = Array.from({ length: steps - 1 }, (_, i) => `part ${i + 1}`);
  const { first, others } = graph.nodeOf('Split', [value, PROBE.sizes], more, {
    attributes: { axis: { int: 0 } },
  });
  return [first, ...others];
}

/** Softmax less what would be right, [batch, classes]: the gradient of the cross-entropy by the logits. */
function errorOf(graph: GraphBuilder, batch: Value, labels: Value, weights: Value, classes: Value): Value {
  const logits = graph.node('Gemm', [batch, weights], { attributes: { transB: { int: 1 } } });
  const shares = graph.node('Softmax', [logits], { attributes: { axis: { int: -1 } } });
  const right = graph.node('Equal', [graph.node('Unsqueeze', [labels, graph.ints([1])]), classes]);
  const wanted = graph.node('Cast', [right], { attributes: { to: { int: ONNX_TYPE.float } } });
  return graph.node('Sub', [shares, wanted]);
}

function adam(
  graph: GraphBuilder,
  { weights, first, second }: State,
  gradient: Value,
  rate: { readonly size: Value; readonly small: Value },
): State {
  const decayed = (moment: Value, beta: number) => graph.node('Mul', [moment, graph.float(beta)]);
  const newFirst = graph.node('Add', [decayed(first, BETAS[0]), gradient]);
  const square = graph.node('Mul', [gradient, gradient]);
  const newSecond = graph.node('Add', [decayed(second, BETAS[1]), square]);
  const root = graph.node('Add', [graph.node('Sqrt', [newSecond]), rate.small]);
  const step = graph.node('Mul', [graph.node('Div', [newFirst, root]), rate.size]);
  return { weights: graph.node('Sub', [weights, step]), first: newFirst, second: newSecond };
}
