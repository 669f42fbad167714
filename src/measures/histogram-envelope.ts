import type { LayerHistograms } from './layer-histograms.ts';

/** Quantiles across dimensions of the count in each bin, [bins] each. */
export interface HistogramEnvelope {
  readonly low: Float64Array;
  readonly median: Float64Array;
  readonly high: Float64Array;
}

/** The histogram of one dimension in one layer, [bins]; a view, not a copy. */
export function histogramOf(histograms: LayerHistograms, layer: number, dim: number): Uint32Array {
  const { bins, width, counts } = histograms;
  const dims = counts.length / (width.length * bins);
  const start = (layer * dims + dim) * bins;
  return counts.subarray(start, start + bins);
}

/**
 * What the histograms of the other dimensions look like in one layer: for every bin the 10 %, 50 % and
 * 90 % quantile of their counts, between ranks where need be (NumPy's "linear").
 * @param without dimensions left out, such as the one drawn against the envelope, or all tails
 */
export function histogramEnvelope(
  histograms: LayerHistograms,
  layer: number,
  without: Iterable<number>,
): HistogramEnvelope {
  const { bins, width, counts } = histograms;
  const dims = counts.length / (width.length * bins);
  const left = new Set(without);
  const others = Uint32Array.from({ length: dims }, (_, d) => d).filter((d) => !left.has(d));
  const envelope = {
    low: new Float64Array(bins),
    median: new Float64Array(bins),
    high: new Float64Array(bins),
  };
  const positive = new Uint32Array(others.length);
  for (let bin = 0; bin < bins; bin++) {
    // Most dimensions have nothing in most bins: only the positive counts are worth sorting.
    let filled = 0;
    for (const d of others) {
      const count = counts[(layer * dims + d) * bins + bin] ?? 0;
      if (count > 0) positive[filled++] = count;
    }
    if (filled === 0) continue;
    const sorted = positive.subarray(0, filled).sort();
    envelope.low[bin] = quantile(sorted, others.length, 0.1);
    envelope.median[bin] = quantile(sorted, others.length, 0.5);
    envelope.high[bin] = quantile(sorted, others.length, 0.9);
  }
  return envelope;
}

/** Quantile of `size` numbers, of which `sorted` are the positive ones in rising order, the rest zero. */
function quantile(sorted: Uint32Array, size: number, q: number): number {
  const rank = q * (size - 1);
  const below = Math.floor(rank);
  const zeros = size - sorted.length;
  const low = sorted[below - zeros] ?? 0;
  const high = sorted[Math.min(below + 1, size - 1) - zeros] ?? 0;
  return low + (high - low) * (rank - below);
}
