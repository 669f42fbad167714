import type { Seat } from '../model.ts';
import type { Truncation } from '../text.ts';
import type { PositionMove } from './positions.ts';

export interface GuessRequest {
  /** Each [MASK] or <mask> in them is guessed. */
  readonly sentences: readonly string[];
  /** Dimensions cut; without any the model is asked whole only. */
  readonly cut: readonly number[];
  /** Words wanted for each mask. */
  readonly count: number;
  /** Draws as many other dimensions, to be cut inside beside it; none are where it is left out. */
  readonly seed?: number;
  /** Which model; the first where it is left out. */
  readonly seat?: Seat;
  /** What it is told of positions; the truth where it is left out. */
  readonly move?: PositionMove;
}

/** A piece of the vocabulary that a model takes for a hidden word. */
export interface GuessedWord {
  readonly id: number;
  /** As the vocabulary writes it: ##ing, Ġdog. */
  readonly token: string;
  /** As a person reads it. */
  readonly word: string;
  readonly logit: number;
  /** Its share of the softmax over the vocabulary. */
  readonly probability: number;
}

/** The likeliest words for one mask, likeliest first: whole, cut after the network, and cut in layers 1 to L. */
export interface GuessedMask {
  /** Its sentence's place in the text. */
  readonly sentence: number;
  /** Its place among the sentence's tokens, special ones included. */
  readonly position: number;
  readonly whole: readonly GuessedWord[];
  /** Undefined where nothing was cut. */
  readonly after: readonly GuessedWord[] | undefined;
  readonly inside: readonly GuessedWord[] | undefined;
  /** With as many random dimensions cut in layers 1 to L. */
  readonly random?: readonly GuessedWord[] | undefined;
}

export interface GuessResult {
  readonly masks: readonly GuessedMask[];
  /** How the model writes a mask. */
  readonly mask: string;
  /** The random dimensions; none where none were asked for. */
  readonly drawn?: readonly number[];
  readonly truncated: readonly Truncation[];
}
