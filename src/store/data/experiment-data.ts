import type {
  BareSentence,
  LabelledSentence,
  ScoredSubset,
  SenseData,
  Table,
  WicPair,
} from '../../datasets/index.ts';
import type { Missing } from '../../protocol/experiments/missing.ts';

/** What each experiment is made on, by the name that links call its data by. */
export interface ExperimentData {
  readonly wic: readonly WicPair[];
  readonly wsd: SenseData;
  /** Sentences whose repeated words are compared. */
  readonly words: readonly string[];
  readonly sts: readonly ScoredSubset[];
  readonly trees: TreeData;
  readonly labels: LabelledData;
}

export interface TreeData {
  /** Trees read. */
  readonly trees: number;
  /** Those of them that count: see isScored. */
  readonly sentences: readonly BareSentence[];
}

/** Sentences to learn from, and others to be told. */
export interface LabelledData {
  readonly train: readonly LabelledSentence[];
  readonly test: readonly LabelledSentence[];
}

export type DataId = keyof ExperimentData;
export const DATA_IDS = ['wic', 'wsd', 'words', 'sts', 'trees', 'labels'] as const satisfies DataId[];

/** A person's own data in place of the examples; `data` is undefined while a link asks for what was not given yet. */
export interface DataFile<K extends DataId> {
  /** Of the file, or of the first of several. */
  readonly name: string;
  /** Of the file, or of the hashes of several one after another, in hexadecimal. */
  readonly sha256: string;
  readonly data: ExperimentData[K] | undefined;
  /** Of a table of sentences: the column that they are in, as chosen or else the likeliest; a link may name one before the table is there. */
  readonly column?: string | undefined;
  readonly table?: Table | undefined;
  /** Of sentences: the line of the file that each is on, and the lines that give none. */
  readonly lines?: readonly number[];
  readonly leftOut?: readonly Missing[];
}

export type DataFiles = { readonly [K in DataId]: DataFile<K> | undefined };
/** The examples as far as they were fetched. */
export type Examples = { readonly [K in DataId]: ExperimentData[K] | undefined };

export const NO_DATA = {
  wic: undefined,
  wsd: undefined,
  words: undefined,
  sts: undefined,
  trees: undefined,
  labels: undefined,
} as const satisfies DataFiles & Examples;
