import type { SenseData } from '../../datasets/index.ts';
import type { HeldColumns } from './held-columns.ts';
import type { Missing } from './missing.ts';
import type { Part } from './part.ts';
import type { ExperimentSettings } from './treatment.ts';

export interface WsdRequest extends ExperimentSettings {
  /** What errors call the data. */
  readonly name: string;
  readonly data: SenseData;
  /** Neighbours to keep of each item. */
  readonly neighbours: number;
  /** Pairs of an item and a labelled one to hold at most for cuts by downdate; with more there are none. */
  readonly pairs: number;
}

/** The nearest labelled neighbours of each item in every layer, nearest first. */
export interface Neighbours {
  /** Of each item; fewer than `neighbours` where its word has fewer labelled, then filled with NONE. */
  readonly count: number;
  /** Index into the request's labelled items, [layers, items, count]. */
  readonly index: Uint32Array;
  /** [layers, items, count] */
  readonly cosine: Float32Array;
}

/** Where there is no neighbour. */
export const NONE = 2 ** 32 - 1;

export interface WsdResult {
  /** Words (lemmas) with items to be told and labelled ones. */
  readonly words: readonly { readonly lemma: string; readonly labelled: number; readonly items: number }[];
  /** Index into the request's test items of each that was measured, word after word. */
  readonly measured: Uint32Array;
  /** Word of each measured item. */
  readonly word: Uint32Array;
  readonly before: Neighbours;
  readonly after: Neighbours;
  /** Where there are few enough: each item with every labelled one of its word, item after item. */
  readonly pairs:
    (HeldColumns & { readonly labelled: Uint32Array; readonly starts: Uint32Array }) | undefined;
  readonly missing: readonly Missing[];
  /** Sentences of measured items and of what they are told by that were cut to fit the model: the labelled first, then the others. */
  readonly truncated: readonly number[];
  readonly sentences: number;
  readonly tokens: number;
  /** Of the words, where the pass was stopped before their end. */
  readonly part?: Part | undefined;
}
