/** Shares of values by bin across dimensions: the 10th, 50th and 90th percentile dimension in each bin. */
export interface HistogramEnvelope {
  readonly low: Float32Array;
  readonly median: Float32Array;
  readonly high: Float32Array;
}

/**
 * The envelope of all dimensions but those left out.
 * @param counts [dims, bins]
 */
export function histogramEnvelope(
  counts: ArrayLike<number>,
  bins: number,
  leaveOut: { has(dim: number): boolean },
): HistogramEnvelope {
  const dims = bins === 0 ? 0 : Math.floor(counts.length / bins);
  const kept = Array.from({ length: dims }, (_, dim) => dim).filter((dim) => !leaveOut.has(dim));
  const totals = kept.map((dim) => {
    let total = 0;
    for (let b = 0; b < bins; b++) total += counts[dim * bins + b] ?? 0;
    return total || 1;
  });
  const envelope = {
    low: new Float32Array(bins),
    median: new Float32Array(bins),
    high: new Float32Array(bins),
  };
  const shares = new Float32Array(kept.length);
  for (let b = 0; b < bins; b++) {
    kept.forEach((dim, i) => {
      shares[i] = (counts[dim * bins + b] ?? 0) / (totals[i] ?? 1);
    });
    shares.sort();
    const rank = (q: number): number => shares[Math.round(q * (kept.length - 1))] ?? 0;
    envelope.low[b] = rank(0.1);
    envelope.median[b] = rank(0.5);
    envelope.high[b] = rank(0.9);
  }
  return envelope;
}
