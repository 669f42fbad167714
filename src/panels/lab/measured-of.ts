import { count } from '../../charts/scale/format.ts';
import type { Missing } from '../../protocol/experiments/missing.ts';
import type { DataId } from '../../store/data/experiment-data.ts';
import { placesOf } from '../../store/trials/places-of.ts';
import type { Answer } from '../../store/trials/trial.ts';
import { strings } from '../../strings/index.ts';

const words = strings.lab.counts;

/** What of the data was measured, in words, and what was not. */
export interface Measured {
  readonly counts: string;
  readonly missing: readonly Missing[];
  /** Where the sentences are that were cut to fit the model. */
  readonly truncated: readonly string[];
}

/** What an experiment is of: its data, or those of the words. */
type MeasuredId = DataId | 'geometry';

const MEASURED: { readonly [K in MeasuredId]: (answer: Answer<K>) => Measured } = {
  wic: ({ asked, result: { same, missing, truncated } }) => ({
    counts: words.wic(count(same.length)),
    missing,
    truncated: placesOf('wic', asked, truncated),
  }),
  wsd: ({ asked, result }) => ({
    counts: words.wsd(
      count(result.words.length),
      count(result.measured.length),
      count(result.words.reduce((sum, { labelled }) => sum + labelled, 0)),
    ),
    missing: result.missing,
    truncated: placesOf('wsd', asked, result.truncated),
  }),
  words: ({ asked, result: { sentences, unread, unmeasured, truncated } }) => ({
    counts: words.words(count(sentences)),
    missing: [
      ...missingOf('unread', placesOf('words', asked, unread)),
      ...missingOf('no-measured', placesOf('words', asked, unmeasured)),
    ],
    truncated: placesOf('words', asked, truncated),
  }),
  geometry: ({ asked, result: { sentences, unmeasured, truncated } }) => ({
    counts: words.words(count(sentences)),
    missing: missingOf('no-measured', placesOf('words', asked, unmeasured)),
    truncated: placesOf('words', asked, truncated),
  }),
  sts: ({ asked, result: { scores, missing, truncated } }) => ({
    counts: words.sts(count(scores.length), asked.data.length),
    missing,
    truncated: placesOf('sts', asked, truncated),
  }),
  trees: ({ asked, result: { measured, missing } }) => ({
    counts: words.trees(count(measured.length), count(asked.data.trees)),
    missing,
    truncated: [],
  }),
  labels: ({ asked, result: { trained, tested, unmeasured, truncated } }) => ({
    counts: words.labels(count(trained), count(tested)),
    missing: missingOf('no-measured', placesOf('labels', asked, unmeasured)),
    truncated: placesOf('labels', asked, truncated),
  }),
};

const missingOf = (why: Missing['why'], from: readonly string[]): readonly Missing[] =>
  from.map((one) => ({ from: one, why }));

/** How much of its data an experiment measured; what was asked of it may be more. */
export function measuredOf<K extends MeasuredId>(id: K, answer: Answer<K>): Measured {
  return MEASURED[id](answer);
}
