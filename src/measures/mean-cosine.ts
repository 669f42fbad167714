import type { Columns, CosineSample } from './cosine-sample.ts';
import { cutCosines } from './cut-cosines.ts';

/** Weighted mean of a sample's cosines in one layer; NaN without pairs. */
function meanCosine(cosines: Float64Array, weights: Float64Array): number {
  if (weights.length === 0) return NaN;
  let sum = 0;
  for (let p = 0; p < weights.length; p++) sum += (cosines[p] ?? 0) * (weights[p] ?? 0);
  return sum;
}

/** The mean cosine of a sample under a cut in every layer: its anisotropy by layer, [layers]. */
export function meanCosineByLayer(
  sample: CosineSample,
  columns: Columns,
  cut: readonly number[],
): Float64Array {
  const out = new Float64Array(sample.left.length);
  return Float64Array.from({ length: sample.layers }, (_, layer) =>
    meanCosine(cutCosines(sample, columns, cut, layer, out), sample.weights),
  );
}
