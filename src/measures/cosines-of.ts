import type { Columns, CosineSample } from './cosine-sample.ts';
import { cutCosines } from './cut-cosines.ts';

/** The cosines of a sample's pairs in every layer, some dimensions zeroed, [layers, pairs]. */
export function cosinesOf(sample: CosineSample, columns: Columns, cut: readonly number[]): Float64Array {
  const pairs = sample.left.length;
  const out = new Float64Array(sample.layers * pairs);
  for (let layer = 0; layer < sample.layers; layer++)
    cutCosines(sample, columns, cut, layer, out.subarray(layer * pairs, (layer + 1) * pairs));
  return out;
}
