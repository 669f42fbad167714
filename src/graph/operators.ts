import type { Activation } from './model-config.ts';
import type { GraphBuilder, Value } from './graph-builder.ts';

/** x [rows, from] times a PyTorch weight [to, from], plus its bias. */
export function linear(graph: GraphBuilder, x: Value, name: string, to: number, from: number): Value {
  const weight = graph.weight([`${name}.weight`], [to, from]);
  const bias = graph.weight([`${name}.bias`], [to]);
  return graph.node('Gemm', [x, weight, bias], { attributes: { transB: { int: 1 } } });
}

export interface NormOptions {
  /** A factor on every element of the result, [dims]; none when left out. */
  readonly keep?: Value;
  /** The result's name; made up when left out. */
  readonly name?: Value;
}

/**
 * LayerNorm over the last axis. Checkpoints converted from TensorFlow call its weights gamma and beta.
 * A factor is multiplied into these vectors, rather than into all that they scale and shift: with factors of 0
 * and 1 the result is the same bit for bit, and it costs nothing.
 */
export function layerNorm(
  graph: GraphBuilder,
  x: Value,
  weights: string,
  dims: number,
  epsilon: number,
  { keep, name }: NormOptions = {},
): Value {
  const { gamma, beta } = normWeights(graph, weights, dims);
  return graph.node('LayerNormalization', [x, kept(graph, gamma, keep), kept(graph, beta, keep)], {
    attributes: normAttributes(epsilon),
    ...(name !== undefined && { name }),
  });
}

/** What a LayerNorm did to each vector. */
export interface OpenedNorm {
  readonly out: Value;
  /** Mean of each vector, and 1 over its standard deviation, [..., 1]. */
  readonly mean: Value;
  readonly inverse: Value;
  readonly gamma: Value;
  readonly beta: Value;
}

/** The same LayerNorm, with what it subtracts and divides by. */
export function openedNorm(
  graph: GraphBuilder,
  x: Value,
  weights: string,
  dims: number,
  epsilon: number,
  { keep, name }: NormOptions = {},
): OpenedNorm {
  const { gamma, beta } = normWeights(graph, weights, dims);
  const { first, others } = graph.nodeOf(
    'LayerNormalization',
    [x, kept(graph, gamma, keep), kept(graph, beta, keep)],
    ['mean', 'inverse'],
    { attributes: normAttributes(epsilon), ...(name !== undefined && { name }) },
  );
  const [mean = '', inverse = ''] = others;
  return { out: first, mean, inverse, gamma, beta };
}

function kept(graph: GraphBuilder, vector: Value, keep: Value | undefined): Value {
  return keep === undefined ? vector : graph.node('Mul', [vector, keep]);
}

const normAttributes = (epsilon: number) => ({ axis: { int: -1 }, epsilon: { float: epsilon } });

function normWeights(graph: GraphBuilder, name: string, dims: number) {
  return {
    gamma: graph.weight([`${name}.weight`, `${name}.gamma`], [dims]),
    beta: graph.weight([`${name}.bias`, `${name}.beta`], [dims]),
  };
}

export function activation(graph: GraphBuilder, x: Value, kind: Activation): Value {
  switch (kind) {
    case 'gelu':
      return graph.node('Gelu', [x], { domain: 'com.microsoft' });
    case 'gelu_new':
      return graph.node('FastGelu', [x], { domain: 'com.microsoft' });
    case 'relu':
      return graph.node('Relu', [x]);
  }
}
