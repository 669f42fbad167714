import { architectureOf } from './architectures/index.ts';
import type { GraphPart } from './interface.ts';
import type { ModelConfig } from './model-config.ts';
import type { WeightTable } from './weight-table.ts';
import { prefixOf } from './write-graph.ts';

/** A network whose layers have less is not worth parting. */
const LEAST_BYTES = 128 * 2 ** 20;
const PART_BYTES = 24 * 2 ** 20;

/**
 * The layers in parts about as large as each other, each to be a session of its own. A runtime that arranges matrices
 * for its products has the old and the new of a session at once, and in WebAssembly, whose memory never shrinks, the
 * room for it stays: in parts, each takes what the one before let go of. Layers that share weights stay together.
 */
export function layerParts(
  config: ModelConfig,
  weights: WeightTable,
  leastBytes = LEAST_BYTES,
): readonly GraphPart[] {
  const { layers } = config;
  const architecture = architectureOf(config);
  const at = prefixOf(weights, architecture);
  const names = Array.from({ length: layers }, (_, layer) =>
    Object.values<string>({ ...architecture.block(at, layer) }),
  ).flat();
  const shared = architecture.attentionBias !== undefined || new Set(names).size < names.length;
  const bytes = names.reduce((sum, name) => {
    const { start = 0, end = 0 } = weights.get(`${name}.weight`) ?? {};
    return sum + end - start;
  }, 0);
  const one = shared || bytes < leastBytes;
  const count = one ? 1 : Math.max(2, Math.min(layers, Math.ceil(bytes / PART_BYTES)));
  const from = (part: number): number => Math.round((layers * part) / count);
  return Array.from({ length: count }, (_, part) => ({ first: from(part), end: from(part + 1) }));
}
