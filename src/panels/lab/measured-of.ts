import { count } from '../../charts/scale/format.ts';
import type { Missing } from '../../protocol/experiments/missing.ts';
import type { DataId } from '../../store/data/experiment-data.ts';
import type { Answer } from '../../store/trials/trial.ts';
import { strings } from '../../strings/index.ts';

const words = strings.lab.counts;

/** What of the data was measured, in words, and what was not. */
export interface Measured {
  readonly counts: string;
  readonly missing: readonly Missing[];
  /** Sentences that were cut to fit the model. */
  readonly truncated: number;
}

const MEASURED: { readonly [K in DataId]: (answer: Answer<K>) => Measured } = {
  wic: ({ result: { same, missing } }) => ({
    counts: words.wic(count(same.length)),
    missing,
    truncated: 0,
  }),
  wsd: ({ result }) => ({
    counts: words.wsd(
      count(result.words.length),
      count(result.measured.length),
      count(result.words.reduce((sum, { labelled }) => sum + labelled, 0)),
    ),
    missing: result.missing,
    truncated: 0,
  }),
  words: ({ result: { sentences, unread } }) => ({
    counts: words.words(count(sentences)),
    missing: unread.map((sentence) => ({ from: String(sentence + 1), why: 'unread' })),
    truncated: 0,
  }),
  sts: ({ asked, result: { scores, missing, truncated } }) => ({
    counts: words.sts(count(scores.length), asked.data.length),
    missing,
    truncated: truncated.length,
  }),
  trees: ({ asked, result: { measured, missing } }) => ({
    counts: words.trees(count(measured.length), count(asked.data.trees)),
    missing,
    truncated: 0,
  }),
  labels: ({ result: { trained, tested, truncated } }) => ({
    counts: words.labels(count(trained), count(tested)),
    missing: [],
    truncated: truncated.length,
  }),
};

/** How much of its data an experiment measured; what was asked of it may be more. */
export function measuredOf<K extends DataId>(id: K, answer: Answer<K>): Measured {
  return MEASURED[id](answer);
}
