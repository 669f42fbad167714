import type { GivenFile } from '../open/sort-files.ts';
import type { DataId } from './experiment-data.ts';

/** Columns of a table's first line that tell what it is of. */
const LABEL = /(^|\t)\s*label\s*(\t|$)/i;

/**
 * Which experiment's data files dropped on a view are, by their names, and by a table's first line where those do not say;
 * undefined where they are none's.
 */
export async function guessData(view: string, given: readonly GivenFile[]): Promise<DataId | undefined> {
  const has = (pattern: RegExp): boolean => given.some(({ path }) => pattern.test(path));
  const isModel = has(/(^|\/)config\.json$|\.safetensors$|\.onnx$/i);
  if (isModel) return undefined;
  switch (view) {
    case 'words':
      return ofWords(given) ?? sentences(given);
    case 'geometry':
      return sentences(given);
    case 'syntax':
      return has(/\.(ptb|mrg|brackets|txt)$/i) ? 'trees' : undefined;
    case 'sentences': {
      if (has(/(^|\/)STS\.(input|gs)\./)) return 'sts';
      const table = given.find(({ path }) => /\.(tsv|csv|txt)$/i.test(path));
      if (!table) return undefined;
      return LABEL.test(await firstLine(table)) ? 'labels' : 'sts';
    }
    case 'compare':
    case 'paper':
      return (await ofAnyTask(given)) ?? (view === 'compare' ? sentences(given) : undefined);
    default:
      return undefined;
  }
}

function ofWords(given: readonly GivenFile[]): 'wsd' | 'wic' | undefined {
  const has = (pattern: RegExp): boolean => given.some(({ path }) => pattern.test(path));
  if (has(/\.data\.xml$|\/(train|test)\.data\.txt$/) && !isWic(given)) return 'wsd';
  return has(/\.(data|gold)\.txt$/) ? 'wic' : undefined;
}

const sentences = (given: readonly GivenFile[]): 'words' | undefined =>
  given.some(({ path }) => /\.(txt|tsv|csv)$/i.test(path)) ? 'words' : undefined;

/** Where every task is at home, only what is surely a task's is taken for it. */
async function ofAnyTask(given: readonly GivenFile[]): Promise<DataId | undefined> {
  const own = ofWords(given);
  if (own) return own;
  if (given.some(({ path }) => /\.(ptb|mrg|brackets)$/i.test(path))) return 'trees';
  if (given.some(({ path }) => /(^|\/)STS\.(input|gs)\./.test(path))) return 'sts';
  const table = given.find(({ path }) => /\.(tsv|csv|txt)$/i.test(path));
  if (!table) return undefined;
  const head = await firstLine(table);
  if (LABEL.test(head)) return 'labels';
  return isOfPairs(head.split('\t').map((cell) => cell.trim().toLowerCase())) ? 'sts' : undefined;
}

/** SICK's columns, or those of pairs with names, or the seven of the STS Benchmark, whose fifth is a score. */
function isOfPairs(cells: readonly string[]): boolean {
  const named = ['sentence_a', 'sentence1'].some((name) => cells.includes(name));
  const score = cells[4] ?? '';
  return named || (cells.length >= 7 && score !== '' && Number.isFinite(Number(score)));
}

async function firstLine({ file }: GivenFile): Promise<string> {
  return (await file.slice(0, 4096).text()).split('\n', 1)[0] ?? '';
}

/** Word in Context has folders of one part each; CoarseWSD-20 has both parts in every folder. */
function isWic(given: readonly GivenFile[]): boolean {
  const folders = (part: string): readonly string[] =>
    given
      .filter(({ path }) => path.endsWith(`/${part}.data.txt`))
      .map(({ path }) => path.split('/').slice(0, -1).join('/'));
  const tests = folders('test');
  const xml = given.some(({ path }) => path.endsWith('.data.xml'));
  return !xml && !folders('train').some((folder) => tests.includes(folder));
}
