import type { Distance } from '../measures/neighbour-distances.ts';
import type { DataFiles, DataId } from './data/experiment-data.ts';
import { inColumn } from './data/sentences-of.ts';
import type { GetState, SetState } from './store.ts';
import type { Correlation, OpenId, Opened } from './state.ts';
import type { Playground } from './trials/playground.ts';

/** What of an experiment's data can be open: its numbers mean nothing in other data. */
const ITEMS: Readonly<Record<DataId, readonly OpenId[]>> = {
  wic: ['wic', 'threshold'],
  wsd: ['wsd', 'lemma'],
  words: ['word'],
  sts: ['sts'],
  trees: ['tree'],
  labels: [],
};

/** What a person can do in the views of words, trees and sentences. */
export interface LabActions {
  /** Data that were read, in place of what was there. */
  readonly giveData: (dataFiles: DataFiles) => void;
  /** Which column of a table has the sentences. */
  readonly chooseDataColumn: (column: string) => void;
  /** Back to the examples. */
  readonly takeData: (id: DataId) => void;
  readonly open: (id: OpenId, item: number | undefined) => void;
  readonly setDistance: (distance: Distance) => void;
  readonly setCorrelation: (correlation: Correlation) => void;
  readonly setPlayground: (playground: Playground) => void;
  readonly setOwnSentence: (ownSentence: string) => void;
  readonly setMasked: (masked: string) => void;
}

export function labActions(set: SetState, get: GetState): LabActions {
  const change = (dataFiles: DataFiles): void => {
    const { dataFiles: before, opened } = get();
    const closed: Partial<Record<OpenId, number | undefined>> = { ...opened };
    for (const [id, items] of Object.entries(ITEMS)) {
      const [then, now] = [fileOf(before, id), fileOf(dataFiles, id)];
      // the file that a link asked for: what the link opened stays open
      if (then?.sha256 !== now?.sha256) for (const item of items) closed[item] = undefined;
    }
    set({ dataFiles, opened: closed });
  };
  return {
    giveData: change,
    chooseDataColumn: (column: string) => {
      const { dataFiles, opened } = get();
      const { words } = dataFiles;
      // the words of another column are others
      if (words)
        set({
          dataFiles: { ...dataFiles, words: inColumn(words, column) },
          opened: { ...opened, word: undefined },
        });
    },
    takeData: (id: DataId) => {
      change({ ...get().dataFiles, [id]: undefined });
    },
    open: (id: OpenId, item: number | undefined) => {
      const opened: Opened = { ...get().opened, [id]: item };
      set({ opened });
    },
    setDistance: (distance: Distance) => {
      set({ distance });
    },
    setCorrelation: (correlation: Correlation) => {
      set({ correlation });
    },
    setPlayground: (playground: Playground) => {
      set({ playground });
    },
    setOwnSentence: (ownSentence: string) => {
      set({ ownSentence });
    },
    setMasked: (masked: string) => {
      set({ masked });
    },
  };
}

function fileOf(files: DataFiles, id: string): { readonly sha256: string } | undefined {
  return Object.entries(files).find(([name]) => name === id)?.[1];
}
