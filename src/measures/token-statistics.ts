import { TailscopeError } from '../core/error.ts';
import type { HiddenStates } from '../core/hidden-states.ts';
import type { ExtremeCounts } from './arg-extremes.ts';
import { KINDS, type ByKind } from './by-kind.ts';
import { ExpectedCosine } from './expected-cosine.ts';
import { foldColumns, sumColumns } from './fold-columns.ts';
import { HistogramFold } from './histogram-fold.ts';
import type { LayerHistograms } from './layer-histograms.ts';
import { Moments } from './moments.ts';
import { emptyScan, scanVector } from './vector-scan.ts';

export interface TokenStatisticsOptions {
  /** Also measure the expected cosine with these dimensions zeroed after the network. */
  readonly cut?: readonly number[];
}

/**
 * Folds batches of hidden states into what the charts need of a corpus, without keeping a vector.
 * Merging is associative; counts come out the same in any order, sums up to float64 rounding.
 * What getters return is a copy, free to be transferred while folding goes on.
 */
export class TokenStatistics implements ExtremeCounts {
  readonly layers: number;
  readonly dims: number;
  readonly #counted: [number, number, number] = [0, 0, 0];
  readonly #minima: Uint32Array;
  readonly #maxima: Uint32Array;
  readonly #moments: Moments;
  readonly #histograms: HistogramFold;
  readonly #cosine: ExpectedCosine;
  readonly #cutCosine: ExpectedCosine | undefined;
  readonly #scan = emptyScan();
  /** Sum of the unit vectors of the sentence under way, [dims]. */
  readonly #units: Float64Array;

  constructor(layers: number, dims: number, { cut }: TokenStatisticsOptions = {}) {
    this.layers = layers;
    this.dims = dims;
    this.#minima = new Uint32Array(KINDS.length * layers * dims);
    this.#maxima = new Uint32Array(KINDS.length * layers * dims);
    this.#units = new Float64Array(dims);
    this.#moments = new Moments(layers, dims);
    this.#histograms = new HistogramFold(layers, dims);
    this.#cosine = new ExpectedCosine(layers, dims);
    this.#cutCosine = cut && new ExpectedCosine(layers, dims, cut);
  }

  /**
   * Folds in a batch of whole sentences; those without a token are passed over.
   * @param kinds kind of each token, index into KINDS
   * @param sentenceStarts first token of each sentence, and the number of tokens at the end
   * @throws TailscopeError("not-finite") when a value is infinite or not a number; statistics that
   *   threw are not to be used further
   */
  add(states: HiddenStates, kinds: Uint8Array, sentenceStarts: Uint32Array): void {
    const { tokens, dims, data } = states;
    for (const kind of kinds) this.#counted[kind] = (this.#counted[kind] ?? 0) + 1;
    const squares = new Float64Array(longest(sentenceStarts));
    for (let layer = 0; layer < this.layers; layer++) {
      for (let s = 0; s + 1 < sentenceStarts.length; s++) {
        const from = sentenceStarts[s] ?? 0;
        const to = sentenceStarts[s + 1] ?? 0;
        if (from === to) continue;
        const start = (layer * tokens + from) * dims;
        this.#addSentence(layer, kinds.subarray(from, to), data, start, squares);
      }
    }
  }

  /** Folds in statistics of the same shape and cut, of other sentences. */
  merge(other: TokenStatistics): void {
    other.#counted.forEach((count, kind) => (this.#counted[kind] = (this.#counted[kind] ?? 0) + count));
    for (let i = 0; i < this.#minima.length; i++) {
      this.#minima[i] = (this.#minima[i] ?? 0) + (other.#minima[i] ?? 0);
      this.#maxima[i] = (this.#maxima[i] ?? 0) + (other.#maxima[i] ?? 0);
    }
    this.#moments.merge(other.#moments);
    this.#histograms.merge(other.#histograms);
    this.#cosine.merge(other.#cosine);
    if (other.#cutCosine) this.#cutCosine?.merge(other.#cutCosine);
  }

  /** Sentences with at least one token. */
  get sentences(): number {
    return this.#cosine.sentences;
  }

  get tokens(): number {
    return this.#counted[0] + this.#counted[1] + this.#counted[2];
  }

  /** Tokens of each kind. */
  get counted(): ByKind<number> {
    return [...this.#counted];
  }

  /** Vectors whose minimum is each dimension, [kinds, layers, dims]. */
  get minima(): Uint32Array {
    return this.#minima.slice();
  }

  /** Vectors whose maximum is each dimension, [kinds, layers, dims]. */
  get maxima(): Uint32Array {
    return this.#maxima.slice();
  }

  /** Mean of each dimension, [layers, dims]. */
  get mean(): Float32Array {
    return this.#moments.mean(this.tokens);
  }

  /** Mean square of each dimension, [layers, dims]. */
  get square(): Float32Array {
    return this.#moments.meanSquare(this.tokens);
  }

  get histogram(): LayerHistograms {
    return this.#histograms.histograms();
  }

  /**
   * Contribution of each dimension to the expected cosine of two tokens of different sentences,
   * [layers, dims]; undefined with fewer than two sentences.
   */
  get contribution(): Float64Array | undefined {
    return this.#cosine.contribution();
  }

  /** The same of the cut vectors; undefined also without a cut. */
  get cutContribution(): Float64Array | undefined {
    return this.#cutCosine?.contribution();
  }

  #addSentence(
    layer: number,
    kinds: Uint8Array,
    data: Float32Array,
    start: number,
    squares: Float64Array,
  ): void {
    const { dims } = this;
    const rows = kinds.length;
    let largest = 0;
    for (let row = 0; row < rows; row++) {
      const scan = scanVector(data, start + row * dims, dims, this.#scan);
      if (!Number.isFinite(scan.square)) throw TailscopeError.of('not-finite', { layer });
      const counts = ((kinds[row] ?? 0) * this.layers + layer) * dims;
      this.#minima[counts + scan.argmin] = (this.#minima[counts + scan.argmin] ?? 0) + 1;
      this.#maxima[counts + scan.argmax] = (this.#maxima[counts + scan.argmax] ?? 0) + 1;
      largest = Math.max(largest, -scan.least, scan.greatest);
      squares[row] = scan.square;
    }
    const sums = { ...this.#moments.layer(layer), ...this.#histograms.layer(layer, largest) };
    foldColumns(data, start, rows, this.#cosine.scales(data, start, rows, squares), sums, this.#units);
    this.#cosine.addSentence(layer, this.#units, rows);
    if (this.#cutCosine === undefined) return;
    sumColumns(data, start, rows, this.#cutCosine.scales(data, start, rows, squares), this.#units);
    this.#cutCosine.addSentence(layer, this.#units, rows);
  }
}

function longest(starts: Uint32Array): number {
  return starts.reduce((most, start, s) => Math.max(most, (starts[s + 1] ?? start) - start), 0);
}
