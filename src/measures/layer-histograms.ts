/** Counts of values per dimension in bins of one width a layer, centred on zero. */
export interface LayerHistograms {
  /** Bins per dimension; bin b of layer l covers [(b - bins / 2) * width[l], (b + 1 - bins / 2) * width[l]). */
  readonly bins: number;
  /** Bin width of each layer: a power of two, so that two histograms can always be merged exactly. */
  readonly width: Float64Array;
  /** [layers, dims, bins] */
  readonly counts: Uint32Array;
}
