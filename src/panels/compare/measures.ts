import { decimal, hundredthsTick, signed, unit } from '../../charts/scale/format.ts';
import type { OtherFigure, VectorFigure } from '../../protocol/experiments/compare.ts';
import type { DataId } from '../../store/data/experiment-data.ts';
import { strings } from '../../strings/index.ts';
import type { Terms } from '../../ui/term/Term.tsx';
import { evennessText } from '../geometry/titles.ts';
import type { Writing } from './LayerCompare.tsx';

const words = strings.compareView.measures;
const { inHundredths } = words;
const details = strings.compareDetails.origins.explained;

export interface Measure extends Writing {
  readonly what: string;
  readonly hint: string;
  /** Over the axis of its values; its own name where left out. */
  readonly axis?: string;
  /** What it cannot be above. */
  readonly most?: number;
  readonly terms: Terms;
}

const withSign = (change: number, text: string): string =>
  /[1-9]/.test(text) && change > 0 ? `+${text}` : text;

/** Within ±1, as the views of cosines write it. */
const unitWriting = (digits: number): Writing & { readonly most: number } => ({
  most: 1,
  value: (value) => unit(value, digits),
  change: (change) => withSign(change, unit(change, digits)),
});
const hundredths: Writing & { readonly most: number } = {
  most: 100,
  value: (value) => decimal(value, 2),
  change: (change) => signed(change, 2),
};

/** A decimal: of rounded shares the difference would often be another. */
const inPercent = (share: number): string => `${decimal(100 * share, 1)} %`;
const shares: Writing = {
  value: inPercent,
  change: (change) => withSign(change, inPercent(change)),
  tick: hundredthsTick,
};

/** Shares of what is told right, in hundredths like the tasks' other scores. */
const timesHundred = (digits = 2): Writing & { readonly most: number } => ({
  most: 1,
  value: (value) => decimal(100 * value, digits),
  change: (change) => signed(100 * change, digits),
  tick: hundredthsTick,
});

/** What the tasks' scores are; all in hundredths but the cosine, since one table holds them. */
export const TASKS: Readonly<Record<DataId, Measure>> = {
  words: { what: words.words, hint: words.wordsHint, terms: ['selfSimilarity', 'cosine'], ...unitWriting(3) },
  wic: { what: words.wic, hint: words.wicHint, terms: ['accuracy', 'bestCell', 'cosine'], ...timesHundred() },
  wsd: {
    what: words.wsd,
    hint: words.wsdHint,
    terms: ['accuracy', 'nearest', 'macro'],
    ...timesHundred(),
  },
  sts: { what: words.sts, hint: words.stsHint, terms: ['spearman', 'cosine', 'allPairs'], ...hundredths },
  trees: { what: words.trees, hint: words.treesHint, terms: ['f1', 'distance', 'baselines'], ...hundredths },
  labels: { what: words.labels, hint: words.labelsHint, terms: ['logistic', 'accuracy'], ...timesHundred() },
};
interface BesideMeasure extends Measure {
  readonly figure: OtherFigure;
}

/** The figures that stand beside each task's score, written like it. */
export const BESIDE: Readonly<Record<DataId, readonly BesideMeasure[]>> = {
  words: [
    {
      figure: 'adjusted',
      what: words.adjusted,
      hint: words.adjustedHint,
      terms: ['adjusted', 'selfSimilarity', 'anisotropy'],
      ...unitWriting(3),
    },
  ],
  wic: [
    { figure: 'auc', what: words.auc, hint: words.aucHint, terms: ['roc', 'cosine'], ...timesHundred(1) },
  ],
  wsd: [
    {
      figure: 'micro',
      what: words.micro,
      hint: words.microHint,
      terms: ['micro', 'nearest'],
      ...timesHundred(),
    },
  ],
  sts: [
    {
      figure: 'pearson',
      what: words.pearson,
      hint: words.pearsonHint,
      terms: ['pearson', 'cosine', 'allPairs'],
      ...hundredths,
    },
  ],
  trees: (['l1', 'l2'] as const).map((figure) => ({
    figure,
    what: words.treesBy[figure],
    hint: words.treesByHint[figure],
    terms: ['f1', 'distance', 'baselines'],
    ...hundredths,
  })),
  labels: [],
};

/** Tasks with data of their own. */
export const TASK_KINDS = [
  'words',
  'wic',
  'wsd',
  'sts',
  'trees',
  'labels',
] as const satisfies readonly DataId[];

/** What follows from the vectors of plain sentences. */
export const PLAIN: Readonly<Record<'anisotropy' | 'share', Measure>> = {
  anisotropy: {
    what: words.anisotropy,
    hint: words.anisotropyHint,
    terms: ['anisotropy', 'cosine', 'token'],
    ...unitWriting(3),
  },
  share: {
    what: words.share,
    axis: words.shareAxis,
    hint: words.shareHint,
    most: 1,
    terms: ['extremeShare', 'vector', 'dimension'],
    ...shares,
  },
};

const cosines = unitWriting(3);
const interval = { terms: ['anisotropy', 'bootstrap'], ...unitWriting(3) } as const;

/** How the vectors of plain sentences lie, and what can be told from them. */
export const VECTORS: Readonly<Record<'isoScore' | 'probe' | VectorFigure, Measure>> = {
  anisotropy: { what: words.interval, hint: words.intervalHint, ...interval },
  anisotropyLow: { what: words.intervalLow, hint: words.intervalHint, ...interval },
  anisotropyHigh: { what: words.intervalHigh, hint: words.intervalHint, ...interval },
  isoScore: { what: words.isoScore, hint: words.isoScoreHint, terms: ['isoScore'], ...unitWriting(3) },
  kurtosis: {
    what: words.kurtosis,
    hint: words.kurtosisHint,
    terms: ['kurtosis'],
    value: evennessText.kurtosis,
    // as many digits as the values have
    change: (change) => signed(change, Math.abs(change) < 10 ? 2 : 1),
  },
  cosineMean: { what: words.cosineMean, hint: words.cosineHint, terms: ['cosine'], ...cosines },
  cosineLow: { what: words.cosineLow, hint: words.cosineHint, terms: ['cosine'], ...cosines },
  cosineHigh: { what: words.cosineHigh, hint: words.cosineHint, terms: ['cosine'], ...cosines },
  probe: {
    what: words.probe,
    hint: words.probeHint,
    terms: ['probe', 'accuracy', 'token'],
    ...timesHundred(),
  },
};

const explained = {
  hint: details.hint,
  most: 1,
  terms: ['explained', 'tail', 'token'],
  ...shares,
} as const;

/** What positions and word frequencies account for of a tail. */
export const EXPLAINED: Readonly<Record<'byPosition' | 'byFrequency' | 'byBoth', Measure>> = {
  byPosition: { what: details.position, axis: inHundredths(details.position), ...explained },
  byFrequency: { what: details.frequency, axis: inHundredths(details.frequency), ...explained },
  byBoth: { what: details.both, axis: inHundredths(details.both), ...explained },
};
