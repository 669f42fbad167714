import { strings } from '../../strings/index.ts';
import { DATA_IDS, type DataId, type ExperimentData } from '../data/experiment-data.ts';
import { memo } from '../memo.ts';
import type { State } from '../state.ts';
import { playPairs, splitWords } from './playground.ts';
import type { TrialData, TrialId } from './trial.ts';

/** What an experiment is made on now, and what errors and charts call it. */
export interface NamedData<D> {
  readonly data: D;
  readonly name: string;
  /** Line of the file that each sentence is on; as they come where it is left out. */
  readonly lines?: readonly number[] | undefined;
}

const ownWords = memo(splitWords);

/** The data at hand: a person's own, else the examples; undefined while they are awaited, or nothing is typed. */
export function selectData<K extends TrialId>(id: K, state: State): NamedData<TrialData[K]> | undefined {
  return SELECT[id](state);
}

const SELECT: { readonly [K in TrialId]: (state: State) => NamedData<TrialData[K]> | undefined } = {
  wic: ofFile('wic'),
  wsd: ofFile('wsd'),
  words: ofFile('words'),
  sts: ofFile('sts'),
  trees: ofFile('trees'),
  labels: ofFile('labels'),
  geometry: ofFile('words'),
  play: ({ playground }) => {
    const pairs = playPairs(playground);
    return pairs.length === 0 ? undefined : { data: pairs, name: strings.lab.play.name };
  },
  own: ({ ownSentence }) => {
    const words = ownWords(ownSentence);
    return words.length < 2 ? undefined : { data: words, name: strings.lab.own.name };
  },
};

function ofFile<K extends DataId>(id: K): (state: State) => NamedData<ExperimentData[K]> | undefined {
  return ({ dataFiles, examples }) => {
    const file = dataFiles[id];
    const data: ExperimentData[K] | undefined = file ? file.data : examples[id];
    return data === undefined
      ? undefined
      : { data, name: file?.name ?? strings.lab.data.examples, lines: file?.lines };
  };
}

export function isDataId(id: TrialId): id is DataId {
  return DATA_IDS.some((one) => one === id);
}
