import { at } from '../core/at.ts';
import type { HiddenStates } from '../core/hidden-states.ts';
import { cosine } from './cosine.ts';

/** How far the hidden states of one layer are from those of another model. */
export interface StateDifference {
  /** Largest absolute difference of two elements. */
  readonly largest: number;
  /** Mean absolute difference of two elements. */
  readonly mean: number;
  /** Cosine of a token's two vectors: the mean over tokens, and the lowest. */
  readonly cosine: number;
  readonly lowestCosine: number;
}

/** Differences of two models' hidden states of the same tokens, layer by layer; folded batch by batch. */
export class StateDifferences {
  readonly #layers: number;
  readonly #dims: number;
  readonly #largest: Float64Array;
  readonly #sum: Float64Array;
  readonly #cosines: Float64Array;
  readonly #lowest: Float64Array;
  #tokens = 0;

  constructor(layers: number, dims: number) {
    this.#layers = layers;
    this.#dims = dims;
    this.#largest = new Float64Array(layers);
    this.#sum = new Float64Array(layers);
    this.#cosines = new Float64Array(layers);
    this.#lowest = new Float64Array(layers).fill(1);
  }

  /** Both [layers, tokens, dims], of the same tokens. */
  add(one: HiddenStates, other: HiddenStates): void {
    const { tokens } = one;
    this.#tokens += tokens;
    for (let row = 0; row < this.#layers * tokens; row++)
      this.#addRow(Math.floor(row / tokens), row, one, other);
  }

  /** By layer; all zeros, and cosines of 1, without tokens. */
  byLayer(): readonly StateDifference[] {
    const mean = (sum: number, count: number, none: number) => (count === 0 ? none : sum / count);
    return Array.from({ length: this.#layers }, (_, layer) => ({
      largest: at(this.#largest, layer),
      mean: mean(at(this.#sum, layer), this.#tokens * this.#dims, 0),
      cosine: mean(at(this.#cosines, layer), this.#tokens, 1),
      lowestCosine: at(this.#lowest, layer),
    }));
  }

  #addRow(layer: number, row: number, one: HiddenStates, other: HiddenStates): void {
    const x = one.data.subarray(row * this.#dims, (row + 1) * this.#dims);
    const y = other.data.subarray(row * this.#dims, (row + 1) * this.#dims);
    let sum = 0;
    let largest = at(this.#largest, layer);
    for (let d = 0; d < x.length; d++) {
      const difference = Math.abs(at(x, d) - at(y, d));
      sum += difference;
      if (!(difference <= largest)) largest = difference; // not a number, too
    }
    const alike = cosine(x, y);
    this.#largest[layer] = largest;
    this.#sum[layer] = at(this.#sum, layer) + sum;
    this.#cosines[layer] = at(this.#cosines, layer) + alike;
    this.#lowest[layer] = Math.min(at(this.#lowest, layer), alike);
  }
}
