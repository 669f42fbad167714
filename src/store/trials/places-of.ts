import { sensePlaces } from '../../datasets/index.ts';
import type { DataId, ExperimentData } from '../data/experiment-data.ts';
import type { NamedData } from './data-of.ts';

type Placed<K extends DataId> = Pick<NamedData<ExperimentData[K]>, 'data' | 'lines'>;
type Places = readonly string[];
type Numbers = readonly number[];

/** Items of these have places of their own; their sentences go by number. */
const byNumber = (_: unknown, sentences: Numbers): Places =>
  sentences.map((sentence) => String(sentence + 1));

const PLACES: { readonly [K in DataId]: (named: Placed<K>, sentences: Numbers) => Places } = {
  trees: byNumber,

  wic: ({ data }, sentences) => [
    // a pair's two sentences are on one line
    ...new Set(sentences.map((sentence) => String(data[Math.floor(sentence / 2)]?.line ?? ''))),
  ],

  wsd: ({ data }, sentences) => sensePlaces(data, sentences),

  words: ({ lines }, sentences) => sentences.map((sentence) => String(lines?.[sentence] ?? sentence + 1)),

  sts: ({ data }, sentences) => {
    const several = data.length > 1;
    const pairs = data.flatMap((subset) =>
      subset.pairs.map(({ line }) => (several ? `${subset.name} ${line}` : String(line))),
    );
    // a pair's two sentences are on one line
    return [...new Set(sentences.map((sentence) => pairs[Math.floor(sentence / 2)] ?? ''))];
  },

  labels: ({ data: { train, test } }, sentences) => {
    // the lines of one file, split in two, rise from one part to the other
    const several = (test[0]?.line ?? Infinity) <= (train.at(-1)?.line ?? 0);
    return sentences.map((sentence) => {
      const isTrain = sentence < train.length;
      const line = (isTrain ? train[sentence] : test[sentence - train.length])?.line ?? 0;
      return several ? `${isTrain ? 'train' : 'test'} ${line}` : String(line);
    });
  },
};

/**
 * Where sentences of an experiment's data are, by their numbers among all that it runs: lines, after the name of the file
 * where there are several.
 */
export function placesOf<K extends DataId>(id: K, named: Placed<K>, sentences: Numbers): Places {
  return PLACES[id](named, sentences);
}
