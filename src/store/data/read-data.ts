import { TailscopeError } from '../../core/error.ts';
import {
  joinSenseTexts,
  likelyColumn,
  readCoarseWsd,
  readLabelled,
  readRaganato,
  readLineSentences,
  readSentEval,
  readSts,
  readTrees,
  readTable,
  readWic,
  scoredSentences,
  splitLabelled,
  tableKind,
  type NamedText,
  type SenseText,
  type Table,
} from '../../datasets/index.ts';
import type { DataId, ExperimentData } from './experiment-data.ts';
import { sentencesOf, sentencesOfLines, type FileSentences } from './sentences-of.ts';

/** A file's text, and where it lay among those that were given together. */
export interface PlacedText extends NamedText {
  /** "wsd/bank/test.data.txt", or a bare name. */
  readonly path: string;
}

/** What was read, and of which files: those that it does not need are passed over. */
export interface ReadData<K extends DataId> {
  readonly name: string;
  readonly data: ExperimentData[K];
  readonly used: readonly PlacedText[];
  /** Where sentences are in a column of it. */
  readonly table?: Table;
  /** Of sentences: where they are, and where there are none. */
  readonly places?: Omit<FileSentences, 'data'>;
}

/** @param pause awaited between two files, so that many of them do not hold up the page */
type Reader<K extends DataId> = (
  files: readonly PlacedText[],
  pause: () => Promise<void>,
) => Promise<ReadData<K>>;

const TREE_FILE = /\.(ptb|mrg|brackets)$/i;
const SUBSET = /(^|\/)STS\.input\.(.+)\.txt$/;

/** Reads each experiment's data in their official formats. All throw TailscopeErrors that name line and column. */
export const READERS: { readonly [K in DataId]: Reader<K> } = {
  wic: (files) => {
    const data = files.find(({ path }) => path.endsWith('.data.txt')) ?? first(files);
    const gold = beside(files, data, '.data.txt', '.gold.txt');
    return Promise.resolve({ name: data.name, data: readWic(data, gold), used: [data, gold] });
  },
  wsd: (files, pause) =>
    files.some(({ path }) => path.endsWith('.data.xml')) ? readUnified(files) : readLemmas(files, pause),
  words: (files) => {
    const file = first(files);
    const { name, text } = file;
    const kind = tableKind(name);
    if (!kind || text.trim() === '') {
      const { data, ...places } = sentencesOfLines(readLineSentences(name, text));
      return Promise.resolve({ name, data, used: [file], places });
    }
    const table = readTable(file, kind);
    const { data, ...places } = sentencesOf(table, likelyColumn(table));
    if (data.length === 0) throw TailscopeError.of('no-sentences', { name, table: true });
    return Promise.resolve({ name, data, used: [file], table, places });
  },
  sts: async (files, pause) => {
    const inputs = files.filter(({ path }) => SUBSET.test(path));
    if (inputs.length === 0) {
      const file = first(files);
      return { name: file.name, data: [{ name: file.name, pairs: readSts(file) }], used: [file] };
    }
    const used: PlacedText[] = [];
    const subsets = [];
    for (const input of inputs) {
      const gold = at(files, input, input.path.replace('STS.input.', 'STS.gs.'));
      used.push(input, gold);
      subsets.push({ name: SUBSET.exec(input.path)?.[2] ?? '', pairs: readSentEval(input, gold) });
      await pause();
    }
    return { name: folderOf(first(inputs)) || first(inputs).name, data: subsets, used };
  },
  trees: async (files, pause) => {
    const given = files.filter(({ path }) => TREE_FILE.test(path));
    const used = given.length > 0 ? given : [first(files)];
    const trees = [];
    for (const file of used) {
      trees.push(...readTrees(file));
      await pause();
    }
    const sentences = scoredSentences(trees);
    const { name } = first(used);
    if (sentences.length === 0) throw TailscopeError.of('no-items', { name, what: 'trees' });
    return { name: nameOf(used), data: { trees: trees.length, sentences }, used };
  },
  labels: async (files, pause) => {
    const train = files.length > 1 ? files.find(({ path }) => /(^|\/)train[^/]*$/i.test(path)) : undefined;
    const test = train ? files.find((file) => file !== train && file.path.endsWith('.tsv')) : undefined;
    if (!train || !test) {
      const file = first(files);
      return { name: file.name, data: splitLabelled(readLabelled(file)), used: [file] };
    }
    const learned = readLabelled(train);
    await pause();
    return { name: test.name, data: { train: learned, test: readLabelled(test) }, used: [test, train] };
  },
};

async function readLemmas(
  files: readonly PlacedText[],
  pause: () => Promise<void>,
): Promise<ReadData<'wsd'>> {
  const used: PlacedText[] = [];
  const texts: { readonly train: SenseText[]; readonly test: SenseText[] } = { train: [], test: [] };
  let top = '';
  const tests = files.filter(({ path }) => /(^|\/)test\.data\.txt$/.test(path));
  for (const test of tests.sort((a, b) => a.path.localeCompare(b.path, 'en'))) {
    const folder = test.path.slice(0, -'/test.data.txt'.length);
    const train = files.find(({ path }) => path === `${folder}/train.data.txt`);
    if (!train) continue;
    const lemma = folder.split('/').at(-1) ?? '';
    top = folder.split('/').at(-2) ?? lemma;
    const map = files.find(({ path }) => path === `${folder}/classes_map.txt`);
    for (const [data, part] of [
      [train, 'train'],
      [test, 'test'],
    ] as const) {
      const gold = beside(files, data, '.data.txt', '.gold.txt');
      used.push(data, gold);
      // every lemma's files have the same names: errors need the folder too
      const own = (file: PlacedText): NamedText => ({ ...file, name: `${lemma}/${file.name}` });
      texts[part].push(readCoarseWsd(lemma, own(data), own(gold), map && own(map)));
    }
    await pause();
  }
  if (texts.test.length === 0)
    throw TailscopeError.of('no-lemmas', { folder: folderOf(first(files)), flag: undefined });
  const data = { train: joinSenseTexts(texts.train), test: joinSenseTexts(texts.test) };
  return { name: top, data, used };
}

/** Two XML files of the unified format with their keys; the one to learn from is named so, or SemCor. */
function readUnified(files: readonly PlacedText[]): Promise<ReadData<'wsd'>> {
  const all = files.filter(({ path }) => path.endsWith('.data.xml'));
  const train = all.find(({ name }) => /train|semcor/i.test(name));
  const test = all.find((file) => file !== train);
  if (!train || !test) throw TailscopeError.of('no-training', { name: first(all).name });
  const used = [test, train].flatMap((xml) => [xml, beside(files, xml, '.data.xml', '.gold.key.txt')]);
  const [testXml = test, testKey = test, trainXml = train, trainKey = train] = used;
  const data = { test: readRaganato(testXml, testKey), train: readRaganato(trainXml, trainKey) };
  return Promise.resolve({ name: test.name, data, used });
}

/** The file in the same folder whose name has another ending. @throws TailscopeError("no-gold") */
function beside(files: readonly PlacedText[], data: PlacedText, ending: string, other: string): PlacedText {
  if (!data.path.endsWith(ending))
    throw TailscopeError.of('no-gold', { data: data.name, gold: other, ending });
  return at(files, data, data.path.slice(0, -ending.length) + other);
}

function at(files: readonly PlacedText[], data: PlacedText, path: string): PlacedText {
  const found = files.find((file) => file.path === path);
  if (found) return found;
  const gold = path.split('/').at(-1) ?? '';
  throw TailscopeError.of('no-gold', { data: data.name, gold, ending: undefined });
}

function first(files: readonly PlacedText[]): PlacedText {
  const [file] = files;
  if (!file) throw TailscopeError.of('no-items', { name: '', what: 'pairs' });
  return file;
}

const folderOf = ({ path }: PlacedText): string => path.split('/').at(-2) ?? '';

/** A folder's name for several files of it. */
const nameOf = (files: readonly PlacedText[]): string =>
  files.length > 1 ? folderOf(first(files)) || first(files).name : first(files).name;
