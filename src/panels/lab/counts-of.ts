import { count } from '../../charts/scale/format.ts';
import type { DataId, ExperimentData } from '../../store/data/experiment-data.ts';
import { strings } from '../../strings/index.ts';

const words = strings.lab.counts;

const COUNTS: { readonly [K in DataId]: (data: ExperimentData[K]) => string } = {
  wic: (pairs) => words.wic(count(pairs.length)),
  wsd: ({ train, test }) =>
    words.wsd(
      count(new Set(test.items.map(({ lemma }) => lemma)).size),
      count(test.items.length),
      count(train.items.length),
    ),
  words: (sentences) => words.words(count(sentences.length)),
  sts: (subsets) =>
    words.sts(count(subsets.reduce((sum, { pairs }) => sum + pairs.length, 0)), subsets.length),
  trees: ({ trees, sentences }) => words.trees(count(sentences.length), count(trees)),
  labels: ({ train, test }) => words.labels(count(train.length), count(test.length)),
};

/** How much data there is, in words. */
export function countsOf<K extends DataId>(id: K, data: ExperimentData[K]): string {
  return COUNTS[id](data);
}
