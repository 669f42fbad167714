import type { HiddenStates } from '../core/hidden-states.ts';
import { pickRows, type MeasuredBatch } from './corpus-pass.ts';

/** Keeps the hidden states of chosen tokens out of a pass, which as a whole would not fit in memory. */
export class VectorKeeper {
  readonly #places: ReadonlyMap<number, number>;
  /** By place, whether its vectors have come. */
  readonly #filled: Uint8Array;
  /** The kept vectors in the order they were chosen; complete once the pass is over. */
  readonly kept: HiddenStates;

  /** @param chosen numbers of measured tokens, each once */
  constructor(chosen: Iterable<number>, layers: number, dims: number) {
    const places = new Map<number, number>();
    for (const token of chosen) places.set(token, places.size);
    this.#places = places;
    const tokens = places.size;
    this.#filled = new Uint8Array(tokens);
    this.kept = { layers, tokens, dims, data: new Float32Array(layers * tokens * dims) };
  }

  /** The tokens that have come so far, in the order they were chosen. */
  get filledTokens(): readonly number[] {
    return [...this.#places].flatMap(([token, place]) => (this.#filled[place] === 1 ? [token] : []));
  }

  /** Their vectors; the very `kept` when all have come. */
  get filled(): HiddenStates {
    if (this.#filled.every((one) => one === 1)) return this.kept;
    const rows = Uint32Array.from(this.#filled.keys()).filter((place) => this.#filled[place] === 1);
    return pickRows(this.kept, rows);
  }

  add({ sentences, states, starts }: MeasuredBatch): void {
    for (const [s, { start, measured }] of sentences.entries()) {
      for (let i = 0; i < measured.length; i++) {
        const place = this.#places.get(start + i);
        if (place === undefined) continue;
        this.#copy(states, (starts[s] ?? 0) + i, place);
        this.#filled[place] = 1;
      }
    }
  }

  #copy(states: HiddenStates, token: number, place: number): void {
    const { layers, tokens, dims, data } = this.kept;
    for (let layer = 0; layer < layers; layer++) {
      const from = (layer * states.tokens + token) * dims;
      data.set(states.data.subarray(from, from + dims), (layer * tokens + place) * dims);
    }
  }
}
