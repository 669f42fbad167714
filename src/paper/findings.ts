import type { HeldRemedy } from './held-remedies.ts';

/** Figures by layer, 0..L, before and after a cut; `after` is undefined where nothing is cut, or that was not measured. */
export interface Change {
  readonly before: readonly number[];
  readonly after: readonly number[] | undefined;
}

/** A tail over all measured vectors. All lists are by layer, 0..L; NaN where a figure was not told. */
export interface FoundTail {
  readonly dim: number;
  readonly side: 'min' | 'max';
  /** Where it is one. */
  readonly layers: readonly number[];
  /** Share of the vectors whose smallest (largest) element it is. */
  readonly share: readonly number[];
}

/** The dimension whose mean lies farthest from the others'. */
export interface Peak {
  readonly dim: number;
  /** In standard deviations. */
  readonly z: number;
  readonly mean: number;
}

export interface TailFindings {
  /** Strongest first. */
  readonly found: readonly FoundTail[];
  /** By layer, 0..L. */
  readonly peaks: readonly Peak[];
}

/** How a tail stands among the dimensions of a vector of weights. */
export interface Rank {
  readonly dim: number;
  readonly z: number;
  /** Among all dimensions, from 1: by size, from the largest, from the smallest. */
  readonly rank: number;
  readonly fromLargest: number;
  readonly fromSmallest: number;
}

/** Why a table is not there: an export does not name it, the network has none, or it is narrower than the hidden states. */
export type NoTable = 'export' | 'none' | 'projected';

/** What the weights say of the tails. */
export interface WeightFindings {
  /** By tail: its rank by size at each position. */
  readonly positions: readonly { readonly dim: number; readonly ranks: readonly number[] }[] | NoTable;
  /** In the mean token embedding, and in each segment's. */
  readonly tokens: readonly Rank[] | NoTable;
  readonly segments: readonly Rank[] | NoTable;
  /** In the order in which the network uses them. */
  readonly norms: readonly {
    /** From 1, 0 for the embeddings. */
    readonly layer: number;
    readonly after: 'embeddings' | 'attention' | 'feed-forward';
    readonly gamma: readonly Rank[];
    readonly beta: readonly Rank[];
  }[];
}

export interface ProbeFindings {
  /** Share of positions told right, by layer. */
  readonly accuracy: readonly number[];
  /** The strongest tail, and its contribution as a multiple of the mean one, by layer. */
  readonly dim: number;
  readonly times: readonly number[];
}

/** A model trained with position embeddings, and its twin without. */
export interface TwinFindings {
  readonly with: Twin;
  readonly without: Twin;
}

export interface Twin {
  readonly name: string;
  /** On text held out from training. */
  readonly perplexity: number | undefined;
  /** Dimensions that are tails of all vectors. */
  readonly tails: readonly number[];
}

/** The best of a grid of layers and thresholds. */
export interface BestCell {
  readonly accuracy: number;
  readonly layer: number;
  readonly threshold: number;
}

/** Everything that claims are judged by; what was not measured is undefined. */
export interface Findings {
  /** Name of the model, as the hub or the page has it. */
  readonly model: string;
  readonly tails: TailFindings | undefined;
  readonly weights: WeightFindings | undefined;
  readonly probe: ProbeFindings | undefined;
  readonly twins: TwinFindings | undefined;
  /** Mean cosine of two random tokens. */
  readonly anisotropy: Change | undefined;
  /** Self-similarity less the anisotropy. */
  readonly selfSimilarity: Change | undefined;
  readonly wic: { readonly before: BestCell; readonly after: BestCell | undefined } | undefined;
  /** Share told right, the mean over words. */
  readonly wsd: Change | undefined;
  /** Spearman's correlation × 100. */
  readonly sts: Change | undefined;
  /** The same after each remedy in place of the cut. */
  readonly stsRemedied: Readonly<Record<HeldRemedy, readonly number[]>> | undefined;
  /** F1 × 100. */
  readonly syntax: Change | undefined;
  /** Share told right. */
  readonly classifier: Change | undefined;
}

export const NO_FINDINGS: Omit<Findings, 'model'> = {
  tails: undefined,
  weights: undefined,
  probe: undefined,
  twins: undefined,
  anisotropy: undefined,
  selfSimilarity: undefined,
  wic: undefined,
  wsd: undefined,
  sts: undefined,
  stsRemedied: undefined,
  syntax: undefined,
  classifier: undefined,
};
