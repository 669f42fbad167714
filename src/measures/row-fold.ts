import { at } from '../core/at.ts';
import { extremesOfRow } from './row-standings.ts';
import { magnitudeRank } from './standing.ts';

/** What became of one dimension over all rows of a table. */
export interface FoldedDimension {
  readonly dim: number;
  /** Share of rows whose smallest (largest) element it is; of ties the first. */
  readonly smallest: number;
  readonly largest: number;
  /** Mean over rows of its rank by absolute value, from 1 for the largest. */
  readonly meanRank: number;
}

/** Folds a table that is too large to hold, such as the word embeddings, row by row. */
export class RowFold {
  readonly #dims: number;
  readonly #chosen: readonly number[];
  readonly #sum: Float64Array;
  readonly #smallest: Uint32Array;
  readonly #largest: Uint32Array;
  readonly #ranks: Float64Array;
  #rows = 0;

  constructor(dims: number, chosen: readonly number[]) {
    this.#dims = dims;
    this.#chosen = chosen;
    this.#sum = new Float64Array(dims);
    this.#smallest = new Uint32Array(dims);
    this.#largest = new Uint32Array(dims);
    this.#ranks = new Float64Array(chosen.length);
  }

  /** @param block row-major, whole rows */
  add(block: Float32Array): void {
    for (let from = 0; from + this.#dims <= block.length; from += this.#dims) {
      const row = block.subarray(from, from + this.#dims);
      for (const [d, value] of row.entries()) this.#sum[d] = at(this.#sum, d) + value;
      const { largest, smallest } = extremesOfRow(row);
      this.#largest[largest] = at(this.#largest, largest) + 1;
      this.#smallest[smallest] = at(this.#smallest, smallest) + 1;
      for (const [i, dim] of this.#chosen.entries())
        this.#ranks[i] = at(this.#ranks, i) + magnitudeRank(row, dim);
      this.#rows++;
    }
  }

  get rows(): number {
    return this.#rows;
  }

  /** The mean row, [dims]. */
  mean(): Float64Array {
    return this.#sum.map((sum) => sum / this.#rows);
  }

  folded(): readonly FoldedDimension[] {
    return this.#chosen.map((dim, i) => ({
      dim,
      smallest: at(this.#smallest, dim) / this.#rows,
      largest: at(this.#largest, dim) / this.#rows,
      meanRank: at(this.#ranks, i) / this.#rows,
    }));
  }
}
