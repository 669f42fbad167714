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
  const gamma = graph.weight([`${weights}.weight`, `${weights}.gamma`], [dims]);
  const beta = graph.weight([`${weights}.bias`, `${weights}.beta`], [dims]);
  const kept = (vector: Value) => (keep === undefined ? vector : graph.node('Mul', [vector, keep]));
  return graph.node('LayerNormalization', [x, kept(gamma), kept(beta)], {
    attributes: { axis: { int: -1 }, epsilon: { float: epsilon } },
    ...(name !== undefined && { name }),
  });
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
