import type { DataId } from './experiment-data.ts';

/** Folders of public/examples/wsd: a static host lists none. */
export const EXAMPLE_LEMMAS = [
  'bank',
  'bat',
  'cell',
  'court',
  'degree',
  'letter',
  'match',
  'mouse',
  'organ',
  'palm',
  'plant',
  'star',
] as const;

const OF_LEMMA = ['classes_map', 'train.data', 'train.gold', 'test.data', 'test.gold'];

/** Places of the example data within public/examples. */
export const EXAMPLE_FILES: Readonly<Record<DataId, readonly string[]>> = {
  wic: ['wic.data.txt', 'wic.gold.txt'],
  wsd: EXAMPLE_LEMMAS.flatMap((lemma) => OF_LEMMA.map((file) => `wsd/${lemma}/${file}.txt`)),
  words: ['sentences.txt'],
  sts: ['sts.tsv'],
  trees: ['trees.mrg'],
  labels: ['sst-like.tsv'],
};
