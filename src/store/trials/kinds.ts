import type { ExperimentSettings } from '../../protocol/experiments/treatment.ts';
import type { Request } from '../../protocol/messages.ts';
import type { ViewId } from '../view.ts';
import type { MessageOf, TrialData, TrialId } from './trial.ts';

/** How one experiment is asked for. */
export interface TrialKind<K extends TrialId> {
  /** Where it is shown, and so run. */
  readonly views: readonly ViewId[];
  readonly priority: 'live' | 'batch';
  readonly request: (data: TrialData[K], settings: ExperimentSettings, name: string) => Request<MessageOf<K>>;
  /** Vectors whose columns would come along. */
  readonly vectors: (data: TrialData[K]) => number;
  /** Whether a cut after the network follows from the answer's columns. */
  readonly live: (data: TrialData[K]) => boolean;
  /** What is counted of it where a person stops it; left out where a part of it says nothing of the whole. */
  readonly part?: 'sentences' | 'pairs' | 'words';
}

/** Self-similarity as the paper has it: words in at least 10 sentences, 1,000 of them. */
export const LEAST_SENTENCES = 10;
const MOST_WORDS = 1000;
/** Pairs of occurrences for cuts by downdate: some 5 ms of arithmetic a cut. */
const WORD_PAIRS = 100_000;
/** Pairs of an item and a labelled one for the same. */
const SENSE_PAIRS = 60_000;
export const NEIGHBOURS = 3;
/** Pairs of tokens whose cosines are spread out: the paper's count, and the command's. */
const TOKEN_PAIRS = 1000;
/** Tokens drawn as points: a map of more is a blot. */
const POINTS = 500;

/** Every experiment of the views of words, trees and sentences. */
export const TRIALS: { readonly [K in TrialId]: TrialKind<K> } = {
  wic: {
    views: ['words'],
    priority: 'batch',
    part: 'pairs',
    request: (pairs, settings, name) => ({ ...settings, name, pairs }),
    vectors: (pairs) => 2 * pairs.length,
    live: () => true,
  },
  wsd: {
    views: ['words'],
    priority: 'batch',
    part: 'words',
    request: (data, settings, name) => ({
      ...settings,
      name,
      data,
      neighbours: NEIGHBOURS,
      pairs: SENSE_PAIRS,
    }),
    vectors: ({ train, test }) => train.items.length + test.items.length,
    live: (data) => sensePairs(data) <= SENSE_PAIRS,
  },
  words: {
    views: ['words', 'geometry'],
    priority: 'batch',
    part: 'sentences',
    request: (sentences, settings) => ({
      ...settings,
      sentences,
      least: LEAST_SENTENCES,
      most: MOST_WORDS,
      pairs: WORD_PAIRS,
    }),
    // a dozen places of words in enough sentences a sentence, at most
    vectors: (sentences) => 12 * sentences.length,
    // the anisotropy beside it does not follow from the pairs of a word
    live: () => false,
  },
  geometry: {
    views: ['geometry'],
    priority: 'batch',
    part: 'sentences',
    request: (sentences, settings) => ({ ...settings, sentences, pairs: TOKEN_PAIRS, points: POINTS }),
    vectors: () => 2 * TOKEN_PAIRS,
    // an expectation over all pairs follows from no sample of them
    live: () => false,
  },
  sts: {
    views: ['sentences'],
    priority: 'batch',
    part: 'pairs',
    request: (subsets, settings, name) => ({ ...settings, name, subsets }),
    vectors: (subsets) => 2 * subsets.reduce((sum, { pairs }) => sum + pairs.length, 0),
    live: () => true,
  },
  labels: {
    views: ['sentences'],
    priority: 'batch',
    request: ({ train, test }, settings, name) => ({ ...settings, columns: [], name, train, test }),
    vectors: () => 0,
    // it is trained anew on cut vectors
    live: () => false,
  },
  trees: {
    views: ['syntax'],
    priority: 'batch',
    part: 'sentences',
    request: ({ sentences }, settings, name) => ({
      ...settings,
      name,
      sentences: sentences.map(({ words }) => words),
    }),
    vectors: ({ sentences }) => sentences.reduce((sum, { words }) => sum + words.length, 0),
    live: () => true,
  },
  play: {
    views: ['words'],
    priority: 'live',
    request: (pairs, settings, name) => ({ ...settings, name, pairs }),
    vectors: (pairs) => 2 * pairs.length,
    live: () => true,
  },
  own: {
    views: ['syntax'],
    priority: 'live',
    request: (words, settings, name) => ({ ...settings, name, sentences: [words] }),
    vectors: (words) => words.length,
    live: () => true,
  },
};

/** Pairs of a word to be told and a labelled one of its lemma. */
function sensePairs({ train, test }: TrialData['wsd']): number {
  const labelled = new Map<string, number>();
  for (const { lemma } of train.items) labelled.set(lemma, (labelled.get(lemma) ?? 0) + 1);
  return test.items.reduce((sum, { lemma }) => sum + (labelled.get(lemma) ?? 0), 0);
}
