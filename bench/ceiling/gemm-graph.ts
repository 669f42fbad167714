import { architectureOf } from '../../src/graph/architectures/index.ts';
import { GraphBuilder } from '../../src/graph/graph-builder.ts';
import type { ModelConfig, WeightTable } from '../../src/graph/index.ts';
import { linear } from '../../src/graph/operators.ts';
import { prefixOf } from '../../src/graph/write-graph.ts';

/** Names of what the graph takes and gives, both float32 [rows, dims]. */
export const GEMMS = { in: 'rows', out: 'product' } as const;

/**
 * The matrix products of an encoder and nothing else, one feeding the next: six a layer, with the checkpoint's
 * own weights. No network with these weights can be faster than that in the same runtime.
 * @returns the bytes of a ModelProto
 */
export function writeGemmGraph(config: ModelConfig, weights: WeightTable): Uint8Array<ArrayBuffer> {
  const { layers, dims, feedForward } = config;
  const graph = new GraphBuilder(weights);
  const architecture = architectureOf(config);
  const at = prefixOf(weights, architecture);
  let rows = graph.input(GEMMS.in, 'float', ['rows', dims]);
  for (let layer = 0; layer < layers; layer++) {
    const names = architecture.block(at, layer);
    for (const name of [names.query, names.key, names.value, names.attentionOut])
      rows = linear(graph, rows, name, dims, dims);
    const wide = linear(graph, rows, names.widen, feedForward, dims);
    rows = linear(graph, wide, names.narrow, dims, feedForward);
  }
  // the last product under the name that is asked for
  graph.node('Identity', [rows], { name: GEMMS.out });
  graph.output(GEMMS.out, 'float', ['rows', dims]);
  return graph.finish();
}
