import type { HiddenStates } from '../core/hidden-states.ts';
import type { WordSpan } from '../text/index.ts';
import type { MeasuredBatch } from './corpus-pass.ts';
import { meanOfRows } from './mean-of-rows.ts';
import { requireFinite } from './require-finite.ts';

/** Something of a sentence that has one vector in each layer: the mean over some of its tokens. */
export interface Item {
  /** The sentence's number. */
  readonly sentence: number;
  /** Which tokens, or all that are measured. */
  readonly tokens: WordSpan | 'measured';
}

/** An item of a batch, and the rows of the batch that its vector is the mean of. */
export interface ItemRows {
  readonly item: number;
  readonly rows: readonly number[];
}

/** Which items the sentences of a pass hold. */
export class ItemIndex {
  readonly #items: readonly Item[];
  readonly #bySentence = new Map<number, number[]>();

  constructor(items: readonly Item[]) {
    this.#items = items;
    for (const [i, { sentence }] of items.entries()) {
      const others = this.#bySentence.get(sentence);
      if (others) others.push(i);
      else this.#bySentence.set(sentence, [i]);
    }
  }

  *in({ sentences, starts }: MeasuredBatch): Generator<ItemRows> {
    for (const [s, { index, measured }] of sentences.entries()) {
      const first = starts[s] ?? 0;
      for (const item of this.#bySentence.get(index) ?? []) {
        const tokens = this.#items[item]?.tokens ?? 'measured';
        const rows: number[] = [];
        for (const [row, position] of measured.entries()) {
          if (tokens === 'measured' || (position >= tokens.from && position < tokens.to))
            rows.push(first + row);
        }
        yield { item, rows };
      }
    }
  }
}

/** Takes the vectors of words and sentences out of a pass, which as a whole would not fit in memory. */
export class ItemVectors {
  readonly #firstLayer: number;
  readonly #mean: Float64Array;
  /** [layers, items, dims], in the order of the items; zeros for those that have not come. */
  readonly vectors: HiddenStates;

  /** @param firstLayer of the states to take */
  constructor(items: number, layers: number, dims: number, firstLayer = 0) {
    this.#firstLayer = firstLayer;
    this.#mean = new Float64Array(dims);
    this.vectors = { layers, tokens: items, dims, data: new Float32Array(layers * items * dims) };
  }

  /**
   * @param states of the batch that the rows are of
   * @throws TailscopeError("not-finite")
   */
  add(states: HiddenStates, { item, rows }: ItemRows): void {
    const { layers, tokens, dims, data } = this.vectors;
    for (let layer = 0; layer < layers; layer++) {
      const mean = meanOfRows(states, this.#firstLayer + layer, rows, this.#mean);
      requireFinite(mean, this.#firstLayer + layer);
      data.set(mean, (layer * tokens + item) * dims);
    }
  }
}
