import type { GraphBuilder, Value } from './graph-builder.ts';
import { INPUT } from './interface.ts';
import { ONNX_TYPE } from './onnx.ts';

/**
 * What attention scores get added for padding, [batch, 1, length, length]: far below any score where
 * the key is padding, so that its weight is exactly 0. The operator's key padding mask would say the
 * same, no faster, but the WebGPU runtime does not have it.
 */
export function paddingBias(graph: GraphBuilder): Value {
  const present = graph.node('Cast', [INPUT.mask], { attributes: { to: { int: ONNX_TYPE.float } } });
  const absent = graph.node('Sub', [present, graph.float(1)]);
  const keys = graph.node('Unsqueeze', [graph.node('Mul', [absent, graph.float(1e4)]), graph.ints([1, 2])]);
  const queries = graph.node('Unsqueeze', [graph.node('Mul', [absent, graph.float(0)]), graph.ints([1, 3])]);
  return graph.node('Add', [queries, keys]);
}
