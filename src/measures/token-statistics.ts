import { TailscopeError } from '../core/error.ts';
import type { HiddenStates } from '../core/hidden-states.ts';
import type { ExtremeCounts } from './extreme-counts.ts';
import { KINDS, type ByKind } from './by-kind.ts';
import { ExpectedCosine } from './expected-cosine.ts';
import { foldColumns, type ColumnSums } from './fold-columns.ts';
import { HistogramFold } from './histogram-fold.ts';
import type { LayerHistograms } from './layer-histograms.ts';
import { Moments } from './moments.ts';
import { RunnerUpFold, type RunnerUps } from './runner-ups.ts';
import { sentenceRuns } from './sentence-runs.ts';
import { emptyScan, scanVector } from './vector-scan.ts';

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
  readonly #nextMinima: RunnerUpFold;
  readonly #nextMaxima: RunnerUpFold;
  readonly #moments: Moments;
  readonly #histograms: HistogramFold;
  readonly #cosine: ExpectedCosine;
  readonly #scan = emptyScan();
  /** Where each layer is folded into: views into the parts above. */
  readonly #columns: readonly ColumnSums[];
  /** Squared norms of the vectors under way. */
  #squares = new Float64Array(64);

  constructor(layers: number, dims: number) {
    this.layers = layers;
    this.dims = dims;
    this.#minima = new Uint32Array(KINDS.length * layers * dims);
    this.#maxima = new Uint32Array(KINDS.length * layers * dims);
    this.#nextMinima = new RunnerUpFold(layers, dims);
    this.#nextMaxima = new RunnerUpFold(layers, dims);
    this.#moments = new Moments(layers, dims);
    this.#histograms = new HistogramFold(layers, dims);
    this.#cosine = new ExpectedCosine(layers, dims);
    this.#columns = Array.from({ length: layers }, (_, layer) => ({
      ...this.#moments.layer(layer),
      ...this.#histograms.layer(layer),
      ...this.#cosine.layer(layer),
    }));
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
    for (const { from, ends } of sentenceRuns(sentenceStarts)) {
      this.#cosine.countSentences(ends.length);
      for (let layer = 0; layer < this.layers; layer++) {
        this.#addRun(layer, kinds, from, ends, data, (layer * tokens + from) * dims);
      }
    }
  }

  /** Folds in statistics of the same shape, of other sentences. */
  merge(other: TokenStatistics): void {
    other.#counted.forEach((count, kind) => (this.#counted[kind] = (this.#counted[kind] ?? 0) + count));
    for (let i = 0; i < this.#minima.length; i++) {
      this.#minima[i] = (this.#minima[i] ?? 0) + (other.#minima[i] ?? 0);
      this.#maxima[i] = (this.#maxima[i] ?? 0) + (other.#maxima[i] ?? 0);
    }
    this.#nextMinima.merge(other.#nextMinima);
    this.#nextMaxima.merge(other.#nextMaxima);
    this.#moments.merge(other.#moments);
    this.#histograms.merge(other.#histograms);
    this.#cosine.merge(other.#cosine);
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

  /** Of all kinds together: who is next to the minimum, and next to the maximum. */
  get nextMinima(): RunnerUps {
    return this.#nextMinima.runnerUps();
  }

  get nextMaxima(): RunnerUps {
    return this.#nextMaxima.runnerUps();
  }

  /** Mean of each dimension, [layers, dims]. */
  get mean(): Float32Array {
    return this.#moments.mean(this.tokens);
  }

  /** Mean square of each dimension, [layers, dims]. */
  get square(): Float32Array {
    return this.#moments.meanSquare(this.tokens);
  }

  /** Sums of each dimension's values, and of their squares, [layers, dims]. */
  get sums(): { readonly sum: Float64Array; readonly square: Float64Array } {
    return this.#moments.sums;
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

  /** Mean over sentences of their mean unit vectors, [layers, dims]. */
  get direction(): Float32Array {
    return this.#cosine.direction();
  }

  #addRun(
    layer: number,
    kinds: Uint8Array,
    from: number,
    ends: Uint32Array,
    data: Float32Array,
    start: number,
  ): void {
    const rows = ends[ends.length - 1] ?? 0;
    const largest = this.#scanRows(layer, kinds, from, rows, data, start);
    const binsPerUnit = this.#histograms.widen(layer, largest);
    const weights = this.#cosine.weights(data, start, ends, this.#squares);
    const columns = this.#columns[layer];
    if (columns) foldColumns(data, start, ends, weights, columns, binsPerUnit);
  }

  /**
   * Counts extremes and fills in the squared norms.
   * @returns the largest |value|
   */
  #scanRows(
    layer: number,
    kinds: Uint8Array,
    from: number,
    rows: number,
    data: Float32Array,
    start: number,
  ): number {
    const { layers, dims } = this;
    if (this.#squares.length < rows) this.#squares = new Float64Array(2 * rows);
    let largest = 0;
    for (let row = 0; row < rows; row++) {
      const scan = scanVector(data, start + row * dims, dims, this.#scan);
      if (!Number.isFinite(scan.square)) throw TailscopeError.of('not-finite', { layer });
      const counts = ((kinds[from + row] ?? 0) * layers + layer) * dims;
      this.#minima[counts + scan.argmin] = (this.#minima[counts + scan.argmin] ?? 0) + 1;
      this.#maxima[counts + scan.argmax] = (this.#maxima[counts + scan.argmax] ?? 0) + 1;
      this.#nextMinima.add(layer, scan.argmin, scan.nextMin);
      this.#nextMaxima.add(layer, scan.argmax, scan.nextMax);
      largest = Math.max(largest, -scan.least, scan.greatest);
      this.#squares[row] = scan.square;
    }
    return largest;
  }
}
