/** How the cosines of weighted pairs are spread. */
export interface CosineSpread {
  readonly mean: number;
  /** Quantiles: the smallest cosine that so great a part of the weight is at or below, 5 %, 50 % and 95 %. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Share of the weight in each of COSINE_BINS bins of the same width from -1 to 1; the last has 1 itself. */
  readonly shares: Float64Array;
}

/** Bins of a twentieth. */
export const COSINE_BINS = 40;

/**
 * @param cosines of some pairs in one layer
 * @param weights of the pairs; they sum to 1
 * @returns not numbers, and empty bins, without pairs
 */
export function cosineSpread(cosines: Float64Array, weights: ArrayLike<number>): CosineSpread {
  const shares = new Float64Array(COSINE_BINS);
  const order = Array.from(cosines.keys()).sort((a, b) => (cosines[a] ?? 0) - (cosines[b] ?? 0));
  const total = order.reduce((sum, p) => sum + (weights[p] ?? 0), 0);
  let mean = cosines.length === 0 ? NaN : 0;
  for (const p of order) {
    const [cosine, weight] = [cosines[p] ?? 0, weights[p] ?? 0];
    mean += (cosine * weight) / total;
    const bin = Math.min(COSINE_BINS - 1, Math.floor(((cosine + 1) / 2) * COSINE_BINS));
    shares[bin] = (shares[bin] ?? 0) + weight / total;
  }
  const at = (q: number): number => {
    let below = 0;
    const found = order.find((p) => (below += (weights[p] ?? 0) / total) >= q - 1e-12);
    return cosines[found ?? -1] ?? NaN;
  };
  return { mean, low: at(0.05), median: at(0.5), high: at(0.95), shares };
}
