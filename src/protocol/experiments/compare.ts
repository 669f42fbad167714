import type {
  BareSentence,
  LabelledSentence,
  ScoredSubset,
  SenseData,
  WicPair,
} from '../../datasets/index.ts';
import type { BaselineScore } from '../../measures/baseline-scores.ts';
import type { LayerHistograms } from '../../measures/layer-histograms.ts';
import type { Distance } from '../../measures/neighbour-distances.ts';
import type { Seat } from '../model.ts';
import type { Missing } from './missing.ts';
import type { GeometryPoint } from './geometry.ts';
import type { PositionMove } from './positions.ts';
import type { SyntaxResult } from './syntax.ts';
import type { Treatment } from './treatment.ts';
import type { Neighbours, WsdResult } from './wsd.ts';

/** How a model is run to be compared with another, or with itself: which one, told which positions, and what is done to its vectors. */
export interface Setting {
  readonly seat: Seat;
  readonly move: PositionMove;
  readonly treatment: Treatment;
  /** Whether the special tokens' vectors are measured. */
  readonly specials: 'include' | 'exclude';
  /** Of whatever is drawn. */
  readonly seed: number;
}

export interface PortraitRequest {
  readonly setting: Setting;
  readonly sentences: readonly string[];
}

/** What a model's vectors of a text are, the treatment done; see detectTails and extremeShares for what to make of it. */
export interface PortraitResult {
  /** Layers of the network + 1. */
  readonly layers: number;
  readonly dims: number;
  /** Measured vectors by kind of token. */
  readonly counted: readonly [number, number, number];
  /** How many vectors have their smallest (largest) element at each dimension, [kinds, layers, dims]. */
  readonly minima: Uint32Array;
  readonly maxima: Uint32Array;
  /** Of each dimension, [layers, dims]. */
  readonly mean: Float32Array;
  /** Mean square of each dimension, [layers, dims]. */
  readonly square: Float32Array;
  /** How the values of each dimension are spread over the vectors. */
  readonly histogram: LayerHistograms;
  /** Exact expected cosine of two tokens of different sentences, [layers]; undefined with one sentence. */
  readonly anisotropy: Float64Array | undefined;
  /** What each dimension brings to that, [layers, dims]. */
  readonly contribution: Float64Array | undefined;
  readonly truncated: readonly number[];
  readonly sentences: number;
  readonly tokens: number;
}

/** A task and its data, as the experiments of the same names have them. */
export type Task =
  | { readonly kind: 'wic'; readonly pairs: readonly WicPair[] }
  | { readonly kind: 'wsd'; readonly data: SenseData }
  | { readonly kind: 'words'; readonly sentences: readonly string[] }
  | { readonly kind: 'sts'; readonly subsets: readonly ScoredSubset[] }
  /** The cosine's distance where none is said, and then the others and the baselines beside it. */
  | { readonly kind: 'trees'; readonly sentences: readonly BareSentence[]; readonly distance?: Distance }
  | {
      readonly kind: 'labels';
      readonly train: readonly LabelledSentence[];
      readonly test: readonly LabelledSentence[];
    }
  /** How the vectors of plain sentences lie. */
  | { readonly kind: 'geometry'; readonly sentences: readonly string[] }
  /** Positions told by a probe that learns from other sentences. */
  | { readonly kind: 'probe'; readonly train: readonly string[]; readonly test: readonly string[] };

export type TaskKind = Task['kind'];

/**
 * Figures beside a task's score: of Word in Context the area under the curve, of senses the share of all items, of words their
 * self-similarity less the anisotropy, of sentences Pearson's correlation x 100, of trees the F1 x 100 of the two distances beside the
 * cosine's; of how vectors lie the anisotropy and the ends of its 95 % bootstrap interval over sentences (not numbers with fewer than
 * three), the kurtosis, and of the cosines of drawn pairs the mean and between what nine in ten lie.
 */
export type OtherFigure = 'auc' | 'micro' | 'adjusted' | 'pearson' | 'l1' | 'l2' | VectorFigure;

/** Those of how the vectors lie. */
export type VectorFigure =
  'anisotropy' | 'anisotropyLow' | 'anisotropyHigh' | 'kurtosis' | 'cosineMean' | 'cosineLow' | 'cosineHigh';

/** A task's figures by layer. */
export interface TaskFigures {
  /**
   * Of Word in Context the best threshold's accuracy; of senses the mean accuracy of words; of words their self-similarity; of labels
   * a classifier's accuracy, of positions a probe's, of how vectors lie the IsoScore, all from 0 to 1; of sentences Spearman's correlation x 100 over all pairs, of trees F1 x 100.
   */
  readonly scores: Float64Array;
  readonly others: Readonly<Partial<Record<OtherFigure, Float64Array>>>;
}

/** What a task's scores follow from, pair by pair and item by item, for charts of these. */
export type Evidence =
  | {
      readonly kind: 'wic';
      /** Of each measured pair, [layers, pairs]. */
      readonly cosines: Float64Array;
      /** 1 where the sense is the same, by measured pair. */
      readonly same: Uint8Array;
      /** Index of each measured pair among the request's. */
      readonly measured: Uint32Array;
    }
  | {
      readonly kind: 'words';
      /** In lower case. */
      readonly forms: readonly string[];
      /** Of each word, [layers, words]. */
      readonly similarities: Float64Array;
    }
  | {
      readonly kind: 'sts';
      /** [layers, pairs] */
      readonly cosines: Float64Array;
      /** People's score of each measured pair. */
      readonly people: Float64Array;
      /** Index of each measured pair among all of the request's, subset after subset. */
      readonly measured: Uint32Array;
    }
  | ({
      readonly kind: 'wsd';
      /** The nearest labelled neighbour of each item. */
      readonly nearest: Neighbours;
    } & Pick<WsdResult, 'words' | 'measured' | 'word'>)
  | ({
      readonly kind: 'trees';
      /** Cosine distances of neighbouring words, [layers, pairs]. */
      readonly distances: Float64Array;
    } & Pick<SyntaxResult, 'measured' | 'starts'>)
  | {
      readonly kind: 'geometry';
      /** Share of the drawn pairs in each bin of the cosine, see cosineSpread, [layers, bins]. */
      readonly spreads: Float64Array;
      /** Tokens in the plane of the first two components, [layers, points, 2]. */
      readonly places: Float64Array;
      /** Shares of the variance along these, [layers, 2]. */
      readonly shares: Float64Array;
      /** Of length 1, the components themselves, [layers, 2, dims]. */
      readonly directions: Float64Array;
      /** The tokens' vectors, [layers, points, dims]. */
      readonly vectors: Float32Array;
      readonly points: readonly GeometryPoint[];
    };

export interface TaskScoresRequest {
  readonly setting: Setting;
  readonly task: Task;
  /** What errors call the data. */
  readonly name: string;
}

export interface TaskScoresResult extends TaskFigures {
  /** Pairs, items, words, sentences or tokens that were measured. */
  readonly measured: number;
  /** What could not be, by line, id or number from 1. */
  readonly missing: readonly Missing[];
  /** Numbers of the sentences that were cut to fit the model. */
  readonly truncated: readonly number[];
  /** Left out of tasks whose charts need none. */
  readonly evidence?: Evidence;
  /** Of trees that look at no vector. */
  readonly baselines?: readonly BaselineScore[];
}

/** A task's scores again and again, with other dimensions cut each time: see `controlDraws`. */
export interface ControlScoresRequest extends TaskScoresRequest {
  /** What is cut in place of the setting's own. */
  readonly draws: readonly (readonly number[])[];
}

export interface ControlScoresResult {
  /** Of each draw. */
  readonly draws: readonly TaskFigures[];
}
