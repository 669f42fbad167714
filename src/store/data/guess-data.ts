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
      if (has(/\.data\.xml$|\/(train|test)\.data\.txt$/) && !isWic(given)) return 'wsd';
      if (has(/\.(data|gold)\.txt$/)) return 'wic';
      return has(/\.(txt|tsv|csv)$/i) ? 'words' : undefined;
    case 'geometry':
      return has(/\.(txt|tsv|csv)$/i) ? 'words' : undefined;
    case 'syntax':
      return has(/\.(ptb|mrg|brackets|txt)$/i) ? 'trees' : undefined;
    case 'sentences': {
      if (has(/(^|\/)STS\.(input|gs)\./)) return 'sts';
      const table = given.find(({ path }) => /\.(tsv|csv|txt)$/i.test(path));
      if (!table) return undefined;
      const head = (await table.file.slice(0, 4096).text()).split('\n', 1)[0] ?? '';
      return LABEL.test(head) ? 'labels' : 'sts';
    }
    default:
      return undefined;
  }
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
