import { basename, dirname, join } from 'node:path';
import type { Arguments, ExperimentName } from '../arguments.ts';
import { exists, isFolder, namesIn, pathOf } from '../data-files.ts';
import { columnsOf } from './columns-of.ts';

/** Where an experiment finds its data. */
export interface Found {
  readonly experiment: ExperimentName;
  readonly path: string;
  /** What it learns from, where that is a file of its own. */
  readonly train?: string;
}

/** Those that plain sentences are enough for. */
const ON_SENTENCES = [
  'tails',
  'anisotropy',
  'contribution',
  'self-similarity',
  'geometry',
  'origins',
  'position-probe',
] as const;
/** The order in which they run and are reported. */
const ORDER: readonly ExperimentName[] = [...ON_SENTENCES, 'wic', 'wsd', 'sts', 'syntax', 'classifier'];
/** Folders within folders that are looked into: the evaluation framework of Raganato has its training corpus so deep. */
const DEEPEST = 2;

const TREES = /[.](mrg|ptb|brackets)$/i;
const XML = /[.]data[.]xml$/i;
/** As the page has it: a file to learn from is named so, or is SemCor. */
const TRAIN_TABLE = /^train/i;
const TRAIN_XML = /train|semcor/i;

/**
 * What can be measured with a file, or with the files of a folder and of the folders in it, told by their names and first lines:
 * `x.data.txt` with its gold for wic, a folder of lemma folders or `x.data.xml` with its key for wsd, a name with sts or sick in it
 * (or SentEval's STS.input.*) for sts, Penn brackets for syntax, a table with columns sentence and label for the classifier, any
 * other text or table with sentences for the rest. Of several files for one experiment the first by name is taken; one named
 * train (of XML also semcor) is what the others' experiment learns from. What was asked for with --train goes to the one
 * experiment whose format it has.
 */
export async function findData({
  data,
  train,
  column = 'sentence',
}: Pick<Arguments, 'data' | 'train' | 'column'>): Promise<readonly Found[]> {
  const path = pathOf(data);
  const found = (await isFolder(path)) ? await inFolder(path, column, DEEPEST) : await ofFile(path, column);
  const given = train === undefined ? undefined : { train, experiment: await learnsFrom(train) };
  return ORDER.flatMap((experiment) => {
    const own = found.filter((one) => one.experiment === experiment);
    const chosen = experiment === 'wsd' || experiment === 'classifier' ? withTraining(own) : own[0];
    if (!chosen) return [];
    return [given?.experiment === experiment ? { ...chosen, train: given.train } : chosen];
  });
}

async function inFolder(folder: string, column: string, deeper: number): Promise<Found[]> {
  const names = (await namesIn(folder)) ?? [];
  if (await hasLemmas(folder, names)) return [{ experiment: 'wsd', path: folder }];
  const found: Found[] = [];
  if (names.some((name) => /^STS[.]input[.].+[.]txt$/.test(name)))
    found.push({ experiment: 'sts', path: folder });
  if (names.filter((name) => TREES.test(name)).length > 1) found.push({ experiment: 'syntax', path: folder });
  // a .txt of sentences before a table: it has nothing else in it
  for (const name of names.toSorted((a, b) => Number(!a.endsWith('.txt')) - Number(!b.endsWith('.txt')))) {
    const inner = join(folder, name);
    if (!(await isFolder(inner))) found.push(...(await ofFile(inner, column)));
    else if (deeper > 0) found.push(...(await inFolder(inner, column, deeper - 1)));
  }
  return found;
}

async function hasLemmas(folder: string, names: readonly string[]): Promise<boolean> {
  for (const name of names) if (await exists(join(folder, name, 'train.data.txt'))) return true;
  return false;
}

async function ofFile(path: string, column: string): Promise<Found[]> {
  const name = basename(path);
  if (/[.]gold([.]key)?[.]txt$|^STS[.](input|gs)[.]|^(readme|licen[cs]e)/i.test(name)) return [];
  if (/[.]data[.]txt$/.test(name)) {
    const gold = path.replace(/[.]data[.]txt$/, '.gold.txt');
    return (await exists(gold)) ? [{ experiment: 'wic', path }] : [];
  }
  if (XML.test(name)) {
    const key = path.replace(XML, '.gold.key.txt');
    return (await exists(key)) ? [{ experiment: 'wsd', path }] : [];
  }
  if (TREES.test(name)) return [{ experiment: 'syntax', path }];
  if (/(^|[^a-z])(sts|sick)([^a-z]|$)/i.test(name)) return [{ experiment: 'sts', path }];
  if (/[.](tsv|csv)$/i.test(name)) {
    const columns = await columnsOf(path);
    const labelled = isLabelled(name, columns);
    return [
      ...(columns.includes(column) ? onSentences(path) : []),
      ...(labelled ? [{ experiment: 'classifier', path } as const] : []),
    ];
  }
  return /[.]txt$/i.test(name) ? onSentences(path) : [];
}

const onSentences = (path: string): Found[] => ON_SENTENCES.map((experiment) => ({ experiment, path }));

/** SST-2's format is parted by tabs, whatever its columns' names are written like. */
function isLabelled(name: string, columns: readonly string[]): boolean {
  const lower = columns.map((each) => each.toLowerCase());
  return /[.]tsv$/i.test(name) && lower.includes('sentence') && lower.includes('label');
}

/** The first that is not there to be learned from, with what is: of a table the one beside it. */
function withTraining(found: readonly Found[]): Found | undefined {
  const isTrain = ({ path }: Found): boolean =>
    (XML.test(path) ? TRAIN_XML : TRAIN_TABLE).test(basename(path));
  const test = found.find((one) => !isTrain(one)) ?? found[0];
  const train = found.find(
    (one) =>
      one !== test &&
      isTrain(one) &&
      test !== undefined &&
      XML.test(one.path) === XML.test(test.path) &&
      (XML.test(one.path) || dirname(one.path) === dirname(test.path)),
  );
  return test && train ? { ...test, train: train.path } : test;
}

/** The experiment that a file to learn from is of, by its format. */
async function learnsFrom(path: string): Promise<ExperimentName> {
  const name = basename(path);
  if (XML.test(name)) return 'wsd';
  const labelled = /[.]tsv$/i.test(name) && isLabelled(name, await columnsOf(path));
  return labelled ? 'classifier' : 'position-probe';
}
