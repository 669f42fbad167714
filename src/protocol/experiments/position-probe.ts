import type { Treatment } from './treatment.ts';

export interface PositionProbeRequest {
  /** What errors call the data. */
  readonly name: string;
  readonly train: readonly string[];
  readonly test: readonly string[];
  readonly specials: 'include' | 'exclude';
  readonly seed: number;
  /** Dimensions whose contribution is given in any case. */
  readonly dims: readonly number[];
  /** Done to the vectors that it learns from and tells; left out, they are as they are. */
  readonly treatment?: Treatment;
}

/** How far a probe is: sentences that ran, or layers that were trained, with the share of the one that is. */
export interface ProbeProgress {
  readonly doing: 'reading' | 'training';
  readonly done: number;
  readonly of: number;
}

/** What a dimension has to do with the probe's answers. */
export interface ProbeContribution {
  readonly dim: number;
  /** Mean over test vectors of |weight of the position told times value|. */
  readonly c: number;
  /** Among all dimensions, from 1 for the largest. */
  readonly rank: number;
}

export interface ProbeLayer {
  /** Share of test tokens whose position is told right. */
  readonly accuracy: number;
  /** The largest few, largest first. */
  readonly top: readonly ProbeContribution[];
  /** Of the dimensions that were asked for, in their order. */
  readonly followed: readonly ProbeContribution[];
  readonly meanContribution: number;
}

export interface PositionProbeResult {
  /** Of the network + 1. */
  readonly layers: readonly ProbeLayer[];
  /** Positions told apart. */
  readonly classes: number;
  /** Share of test tokens at the position most frequent in training. */
  readonly majority: number;
  /** Tokens learned from and told. */
  readonly trained: number;
  readonly tested: number;
  /** Test sentences left out since they are among those learned from. */
  readonly duplicates: number;
  readonly truncated: readonly number[];
  readonly sentences: number;
  readonly tokens: number;
}
