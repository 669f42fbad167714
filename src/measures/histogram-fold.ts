import type { LayerHistograms } from './layer-histograms.ts';

/** Bins per dimension. */
export const BINS = 128;
const HALF = BINS / 2;
/** Width before any value is seen, and the least there is: finer than any hidden state needs. */
const NARROWEST = 2 ** -24;

/**
 * Histograms of every dimension in every layer that grow to fit; mergeable. A layer's bin width is
 * the smallest power of two (from 2^-24) with every |value| below 64 widths. Doubling the width joins
 * neighbouring bins exactly, so neither the order of values nor of merges changes the result.
 */
export class HistogramFold {
  readonly #dims: number;
  readonly #width: Float64Array;
  readonly #counts: Uint32Array;

  constructor(layers: number, dims: number) {
    this.#dims = dims;
    this.#width = new Float64Array(layers).fill(NARROWEST);
    this.#counts = new Uint32Array(layers * dims * BINS);
  }

  /** The bins of one layer, [dims, BINS], to be counted in. */
  layer(layer: number): { readonly counts: Uint32Array; readonly bins: number } {
    const size = this.#dims * BINS;
    return { counts: this.#counts.subarray(layer * size, (layer + 1) * size), bins: BINS };
  }

  /**
   * Makes the bins of a layer wide enough for values up to `largest` in size.
   * @param largest finite
   * @returns bins to a unit, 1 / width
   */
  widen(layer: number, largest: number): number {
    let width = this.#width[layer] ?? NARROWEST;
    if (largest >= width * HALF) {
      while (largest >= width * HALF) width *= 2;
      this.#widenTo(layer, width);
    }
    return 1 / width;
  }

  merge(other: HistogramFold): void {
    const size = this.#dims * BINS;
    this.#width.forEach((_, layer) => {
      const theirs = other.#width[layer] ?? NARROWEST;
      this.#widenTo(layer, theirs);
      const joined = Math.log2((this.#width[layer] ?? NARROWEST) / theirs); // exact: powers of two
      for (let i = layer * size; i < (layer + 1) * size; i++) {
        const count = other.#counts[i] ?? 0;
        if (count === 0) continue;
        const into = coarser(i, joined);
        this.#counts[into] = (this.#counts[into] ?? 0) + count;
      }
    });
  }

  /** A copy of the histograms so far. */
  histograms(): LayerHistograms {
    return { bins: BINS, width: this.#width.slice(), counts: this.#counts.slice() };
  }

  #widenTo(layer: number, width: number): void {
    const old = this.#width[layer] ?? NARROWEST;
    if (width <= old) return;
    this.#width[layer] = width;
    const joined = Math.log2(width / old);
    const size = this.#dims * BINS;
    const counts = this.#counts;
    const before = counts.slice(layer * size, (layer + 1) * size);
    counts.fill(0, layer * size, (layer + 1) * size);
    before.forEach((count, i) => {
      if (count === 0) return;
      const into = coarser(layer * size + i, joined);
      counts[into] = (counts[into] ?? 0) + count;
    });
  }
}

/** Where the bin at index i goes when 2^joined neighbours become one; bins are counted from zero's. */
function coarser(i: number, joined: number): number {
  const bin = i % BINS;
  return i - bin + HALF + Math.floor((bin - HALF) / 2 ** joined);
}
