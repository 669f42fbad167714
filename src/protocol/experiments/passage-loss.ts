import type { Seat } from '../model.ts';
import type { PositionMove } from './positions.ts';

/** Random cuts that a loss is held against, where nothing else is said. */
export const RANDOM_CUTS = 20;

/** How words are hidden: every one in its turn, or some at once, drawn by the seed. */
export type Masking = 'each' | 'seeded';

export interface PassageLossRequest {
  readonly sentences: readonly string[];
  /** Dimensions cut; without any all three losses are the model's as it is. */
  readonly cut: readonly number[];
  readonly masking: Masking;
  /** Random cuts of as many other dimensions, to compare with. */
  readonly draws: number;
  readonly seed: number;
  /** Which model; the first where it is left out. */
  readonly seat?: Seat;
  /** What it is told of positions; the truth where it is left out. */
  readonly move?: PositionMove;
}

/** The mean loss of a random cut, and between what it lies. */
export interface LossRange {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Mean loss at hidden words, in nats; e to its power is the pseudo-perplexity. */
export interface PassageLossResult {
  readonly masking: Masking;
  readonly whole: number;
  /** Cut after the network: the head reads the last hidden states without the dimensions. */
  readonly after: number;
  /** Cut inside it, in layers 1 to L. */
  readonly inside: number;
  readonly randomAfter: LossRange | undefined;
  readonly randomInside: LossRange | undefined;
  /** Words that were hidden. */
  readonly hidden: number;
  readonly truncated: readonly number[];
  readonly sentences: number;
  readonly tokens: number;
}
