import type { Column, CosineSample } from '../measures/cosine-sample.ts';
import type { LayerHistograms } from '../measures/layer-histograms.ts';
import type { Remedy } from '../measures/remedy.ts';
import type { RunnerUps } from '../measures/runner-ups.ts';
import type { Seat } from './model.ts';
import type { Tokens, Truncation } from './text.ts';

/** Dimensions zeroed inside the network, after every layer from `from` on (0 = the embeddings). */
export interface InsideCut {
  readonly dims: readonly number[];
  readonly from: 0 | 1;
}

/** What is done to vectors after the network, before anything of them is measured. */
export interface Remedied {
  /** Dimensions zeroed first. */
  readonly cut: readonly number[];
  /** Fitted on the text, or on a random 4,096 sentences of a longer one. */
  readonly remedy: Remedy;
}

export interface ExploreRequest {
  /** One sentence each; empty ones are skipped. */
  readonly sentences: readonly string[];
  /** Whether the special tokens' vectors are measured (they are always fed to the model). */
  readonly specials: 'include' | 'exclude';
  /** Which of the loaded models to explore it with; main when left out. */
  readonly seat?: Seat;
  readonly inside?: InsideCut;
  readonly remedied?: Remedied;
  readonly seed: number;
  /** Pairs of tokens to draw when there are too many to take all. */
  readonly pairs: number;
  /** Dimensions whose columns should come along; the worker adds the tails it finds. */
  readonly columns: readonly number[];
  /** Only so many sentences, those that a pass with the same seed comes by first; all without it. */
  readonly most?: number;
}

/** A cosine sample held by the worker, with the columns fetched so far. */
export interface HeldSample {
  /** Names it in later requests for columns. */
  readonly handle: number;
  readonly sample: CosineSample;
  readonly columns: ReadonlyMap<number, Column>;
}

/**
 * Everything the Explore view draws, for one text through one model. Layers are 0..L, 0 after the
 * embeddings; arrays are row-major in the order given.
 */
export interface Exploration {
  /** Names it in later requests about its tokens. */
  readonly handle: number;
  readonly request: ExploreRequest;
  /** Sentences measured (not empty). */
  readonly sentences: number;
  /** Sentences that there are; more than were measured where the pass was stopped and kept what it had. */
  readonly of: number;
  /** Tokens measured, by kind (order of TOKEN_KINDS). */
  readonly counted: readonly [number, number, number];
  readonly truncated: readonly Truncation[];
  /** Tokens measured that stand for what the model has no pieces for, [UNK]. */
  readonly unknown: number;
  /** Hidden states per token: layers of the network + 1. */
  readonly layers: number;
  readonly dims: number;
  /** Mean of each dimension, [layers, dims]. */
  readonly mean: Float32Array;
  /** Mean square of each dimension, [layers, dims]. */
  readonly square: Float32Array;
  /** How many vectors have their minimum (maximum) at each dimension, [kinds, layers, dims]. */
  readonly minima: Uint32Array;
  readonly maxima: Uint32Array;
  /** Which dimension is next to each minimum (maximum), whatever the token's kind. */
  readonly nextMinima: RunnerUps;
  readonly nextMaxima: RunnerUps;
  /** Mean over sentences of their mean unit vectors, [layers, dims]. */
  readonly direction: Float32Array;
  /** Contribution to the expected cosine of two tokens of different sentences, [layers, dims]; undefined with one sentence. */
  readonly contribution: Float64Array | undefined;
  readonly histogram: LayerHistograms;
  readonly tokens: Tokens;
  /** Pairs of tokens of different sentences; of one sentence when there is only one. */
  readonly pairs: HeldSample;
  readonly pairsFrom: 'different-sentences' | 'one-sentence';
  /** Whether `pairs` holds every such pair there is, or a seeded sample. */
  readonly pairsComplete: boolean;
}

/** Items of one similarity matrix. */
export const MOST_ITEMS = 80;

export interface SimilarityRequest {
  readonly exploration: number;
  readonly of: 'tokens' | 'sentences';
  /** Token or sentence indices, at most MOST_ITEMS: their pairs grow with the square. A sentence is the mean of its measured tokens' vectors. */
  readonly items: readonly number[];
  readonly columns: readonly number[];
}

export interface ColumnsRequest {
  /** A HeldSample's handle. */
  readonly handle: number;
  readonly dims: readonly number[];
}

export interface VectorRequest {
  readonly exploration: number;
  /** Index into the exploration's tokens. */
  readonly token: number;
}
