import type { Activation } from './model-config.ts';
import type { GraphBuilder, Value } from './graph-builder.ts';

/** x [rows, from] times a PyTorch weight [to, from], plus its bias. */
export function linear(graph: GraphBuilder, x: Value, name: string, to: number, from: number): Value {
  const weight = graph.weight([`${name}.weight`], [to, from]);
  const bias = graph.weight([`${name}.bias`], [to]);
  return graph.node('Gemm', [x, weight, bias], { attributes: { transB: { int: 1 } } });
}

/** LayerNorm over the last axis. Checkpoints converted from TensorFlow call its weights gamma and beta. */
export function layerNorm(graph: GraphBuilder, x: Value, name: string, dims: number, epsilon: number): Value {
  const gamma = graph.weight([`${name}.weight`, `${name}.gamma`], [dims]);
  const beta = graph.weight([`${name}.bias`, `${name}.beta`], [dims]);
  return graph.node('LayerNormalization', [x, gamma, beta], {
    attributes: { axis: { int: -1 }, epsilon: { float: epsilon } },
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
