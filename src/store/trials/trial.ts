import type { TailscopeError } from '../../core/error.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import type { Part } from '../../protocol/experiments/part.ts';
import type { PassProgress, Response } from '../../protocol/messages.ts';
import type { LoadedModel } from '../../protocol/model.ts';
import type { ExperimentData } from '../data/experiment-data.ts';
import type { Specials } from '../state.ts';
import type { PlayPair } from './playground.ts';

/** What each run of an experiment is made on: the six with data of their own, one on another's, and two on what a person types. */
export interface TrialData extends ExperimentData {
  /** The sentences whose words are compared, too. */
  readonly geometry: readonly string[];
  readonly play: readonly PlayPair[];
  /** Words of a person's own sentence. */
  readonly own: readonly string[];
}

export type TrialId = keyof TrialData;

/** The worker's message that answers each. */
export const MESSAGE = {
  wic: 'wic',
  wsd: 'wsd',
  words: 'self-similarity',
  sts: 'sts',
  trees: 'syntax',
  labels: 'classifier',
  geometry: 'geometry',
  play: 'wic',
  own: 'syntax',
} as const satisfies Record<TrialId, string>;

export type MessageOf<K extends TrialId> = (typeof MESSAGE)[K];

/** Dimensions whose columns come along with an answer. */
export type AskedColumns = 'all' | readonly number[];

/** What was asked to get an answer: what is on screen can be late, and never mislabelled. */
export interface Asked<K extends TrialId> {
  readonly data: TrialData[K];
  readonly name: string;
  /** Line of the file that each sentence is on; as they come where it is left out. */
  readonly lines?: readonly number[] | undefined;
  readonly specials: Specials;
  readonly seed: number;
  readonly model: LoadedModel;
  readonly treatment: Treatment;
  readonly columns: AskedColumns;
  /** How much of it is wanted, where a person stopped at that; all where it is left out. */
  readonly stopAt?: number | undefined;
}

export interface Answer<K extends TrialId> {
  readonly asked: Asked<K>;
  readonly result: Response<MessageOf<K>>;
}

/** A run under way. */
export interface TrialRun {
  readonly progress: PassProgress | undefined;
  /** Sentences a second since the first of them came. */
  readonly rate: number | undefined;
  readonly paused: boolean;
  /** Whether it can be stopped so that what was counted is kept. */
  readonly keeps: boolean;
}

/** What an answer is of, where a person stopped before all was measured. */
export function partOf<K extends TrialId>({ result }: Answer<K>): Part | undefined {
  return 'part' in result ? result.part : undefined;
}

/** One experiment: what is on screen of it, what is on its way, and what went wrong. */
export interface Trial<K extends TrialId> {
  readonly answer: Answer<K> | undefined;
  /** The same of what the treatment is compared with, where the answer does not tell it. */
  readonly base: Answer<K> | undefined;
  readonly running: TrialRun | undefined;
  readonly failure: TailscopeError | undefined;
  /** The person stopped the run of what is asked now. */
  readonly stopped: boolean;
}

export type Trials = { readonly [K in TrialId]: Trial<K> };

const IDLE = { answer: undefined, base: undefined, running: undefined, failure: undefined, stopped: false };
export const NO_TRIALS: Trials = {
  wic: IDLE,
  wsd: IDLE,
  words: IDLE,
  sts: IDLE,
  trees: IDLE,
  labels: IDLE,
  geometry: IDLE,
  play: IDLE,
  own: IDLE,
};
