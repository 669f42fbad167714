import { join } from 'node:path';
import type { ExperimentName } from '../arguments.ts';
import { exists, isFolder, namesIn, readText } from '../data-files.ts';

/** Where an experiment finds its data. */
export interface Found {
  readonly experiment: ExperimentName;
  readonly path: string;
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

/**
 * What can be measured with a file, or with the files of a folder and of the folders in it, told by their names and first lines:
 * `x.data.txt` with its gold for wic, a folder of lemma folders for wsd, a name with sts or sick in it (or SentEval's STS.input.*)
 * for sts, Penn brackets for syntax, a table with columns sentence and label for the classifier, any other text or table with
 * sentences for the rest. Of several files for one experiment the first by name is taken.
 */
export async function findData(path: string): Promise<readonly Found[]> {
  const found = (await isFolder(path)) ? await inFolder(path, 1) : await ofFile(path);
  return ORDER.flatMap((experiment) => {
    const [first] = found.filter((one) => one.experiment === experiment);
    return first ? [first] : [];
  });
}

async function inFolder(folder: string, deeper: number): Promise<Found[]> {
  const names = (await namesIn(folder)) ?? [];
  if (await hasLemmas(folder, names)) return [{ experiment: 'wsd', path: folder }];
  const found: Found[] = [];
  if (names.some((name) => /^STS[.]input[.].+[.]txt$/.test(name)))
    found.push({ experiment: 'sts', path: folder });
  if (names.filter((name) => TREES.test(name)).length > 1) found.push({ experiment: 'syntax', path: folder });
  // a .txt of sentences before a table: it has nothing else in it
  for (const name of names.toSorted((a, b) => Number(!a.endsWith('.txt')) - Number(!b.endsWith('.txt')))) {
    const inner = join(folder, name);
    if (!(await isFolder(inner))) found.push(...(await ofFile(inner)));
    else if (deeper > 0) found.push(...(await inFolder(inner, deeper - 1)));
  }
  return found;
}

const TREES = /[.](mrg|ptb)$/i;

async function hasLemmas(folder: string, names: readonly string[]): Promise<boolean> {
  for (const name of names) if (await exists(join(folder, name, 'train.data.txt'))) return true;
  return false;
}

async function ofFile(path: string): Promise<Found[]> {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  if (/[.]gold[.]txt$|^STS[.](input|gs)[.]|^(readme|licen[cs]e)/i.test(name)) return [];
  if (/[.]data[.]txt$/.test(name)) {
    const gold = path.replace(/[.]data[.]txt$/, '.gold.txt');
    return (await exists(gold)) ? [{ experiment: 'wic', path }] : [];
  }
  if (TREES.test(name)) return [{ experiment: 'syntax', path }];
  if (/(^|[^a-z])(sts|sick)([^a-z]|$)/i.test(name)) return [{ experiment: 'sts', path }];
  if (/[.]tsv$/i.test(name)) {
    const [head = ''] = (await readText(path)).text.split(/\r?\n/, 1);
    const columns = head.split('\t').map((column) => column.trim());
    if (!columns.includes('sentence')) return [];
    const rest = columns.includes('label') ? [{ experiment: 'classifier', path } as const] : [];
    return [...onSentences(path), ...rest];
  }
  return /[.]txt$/i.test(name) ? onSentences(path) : [];
}

const onSentences = (path: string): Found[] => ON_SENTENCES.map((experiment) => ({ experiment, path }));
