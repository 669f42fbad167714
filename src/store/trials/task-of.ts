import type { Task, TaskKind } from '../../protocol/experiments/compare.ts';
import { probeSplit } from '../../measures/probe-split.ts';
import type { DataId } from '../data/experiment-data.ts';
import type { State } from '../state.ts';
import { selectData } from './data-of.ts';

/** A task, and what errors call its data. */
export interface NamedTask {
  readonly task: Task;
  readonly name: string;
}

/** Sentences that a probe learns from and tells: some 20,000 tokens. */
const MOST_PROBED = 2000;

/** What a task is made on: its own data, or the plain sentences. */
export const dataIdOf = (kind: TaskKind): DataId =>
  kind === 'geometry' || kind === 'probe' ? 'words' : kind;

/** A task on the data at hand; undefined until they have come. */
export function taskOf(kind: TaskKind, state: State): NamedTask | undefined {
  switch (kind) {
    case 'wic': {
      const found = selectData(kind, state);
      return found && { task: { kind, pairs: found.data }, name: found.name };
    }
    case 'wsd': {
      const found = selectData(kind, state);
      return found && { task: { kind, data: found.data }, name: found.name };
    }
    case 'words': {
      const found = selectData(kind, state);
      return found && { task: { kind, sentences: found.data }, name: found.name };
    }
    case 'sts': {
      const found = selectData(kind, state);
      return found && { task: { kind, subsets: found.data }, name: found.name };
    }
    case 'trees': {
      const found = selectData(kind, state);
      return found && { task: { kind, sentences: found.data.sentences }, name: found.name };
    }
    case 'labels': {
      const found = selectData(kind, state);
      return found && { task: { kind, ...found.data }, name: found.name };
    }
    case 'geometry': {
      const found = selectData(kind, state);
      return found && { task: { kind, sentences: found.data }, name: found.name };
    }
    case 'probe': {
      const found = selectData('words', state);
      const sentences = found?.data.filter((sentence) => sentence.trim() !== '').slice(0, MOST_PROBED);
      return found && sentences && { task: { kind, ...probeSplit(sentences) }, name: found.name };
    }
  }
}
