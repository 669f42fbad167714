import type { Bins, HistogramEnvelope } from '../../charts/histogram/histogram-layout.ts';
import { histogramEnvelope } from '../../measures/histogram-envelope.ts';
import type { LayerHistograms } from '../../measures/layer-histograms.ts';

/** What rows of a histogram are drawn on. */
export interface HistogramGround {
  readonly bins: Bins;
  /** Of the dimensions that have no row. */
  readonly envelope: HistogramEnvelope;
}

/**
 * @param apart dimensions that are no part of the envelope
 * @param of vectors
 */
export function histogramGround(
  histogram: LayerHistograms,
  layer: number,
  apart: ReadonlySet<number>,
  of: number,
): HistogramGround {
  const { low, median, high } = histogramEnvelope(histogram, layer, apart);
  const share = (counts: Float64Array): Float64Array => counts.map((value) => value / Math.max(1, of));
  return {
    bins: binsOf(histogram, layer),
    envelope: { low: share(low), median: share(median), high: share(high) },
  };
}

export function binsOf({ bins, width: widths }: LayerHistograms, layer: number): Bins {
  const width = widths[layer] ?? 1;
  return { start: (-bins / 2) * width, width, count: bins };
}
