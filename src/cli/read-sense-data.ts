import { join } from 'node:path';
import { TailscopeError } from '../core/error.ts';
import {
  joinSenseTexts,
  readCoarseWsd,
  readRaganato,
  type SenseData,
  type SenseText,
} from '../datasets/index.ts';
import { exists, isFolder, namesIn, readBeside, readText, type DataFile } from './data-files.ts';

export interface SenseFiles {
  readonly data: SenseData;
  readonly files: readonly DataFile[];
}

/**
 * Reads a folder of CoarseWSD-20's lemma folders, or an XML file of the unified format with its key beside it, and another
 * to learn from.
 * @param limit only the first so many items to be told, of each folder
 * @throws TailscopeError("no-lemmas" | "no-gold" | "no-file" | "usage-missing" | "data-format" | ...)
 */
export async function readSenseData(
  path: string,
  train: string | undefined,
  limit: number | undefined,
): Promise<SenseFiles> {
  if (await isFolder(path)) return readFolders(path, limit);
  if (train === undefined) throw TailscopeError.of('usage-missing', { flag: '--train' });
  const [test, labelled] = [await readXml(path), await readXml(train)];
  const data = { test: first(test.text, limit), train: labelled.text };
  return { data, files: [...test.files, ...labelled.files] };
}

async function readFolders(path: string, limit: number | undefined): Promise<SenseFiles> {
  const trains: SenseText[] = [];
  const tests: SenseText[] = [];
  const files: DataFile[] = [];
  for (const lemma of (await namesIn(path)) ?? []) {
    const folder = join(path, lemma);
    const [trainFile, testFile] = [join(folder, 'train.data.txt'), join(folder, 'test.data.txt')];
    if (!(await exists(trainFile)) || !(await exists(testFile))) continue;
    const map = join(folder, 'classes_map.txt');
    const classes = (await exists(map)) ? await named(lemma, readText(map)) : undefined;
    for (const [file, into] of [
      [trainFile, trains],
      [testFile, tests],
    ] as const) {
      const data = await named(lemma, readText(file));
      const gold = await named(lemma, readBeside(file, '.data.txt', '.gold.txt'));
      files.push(data, gold);
      into.push(readCoarseWsd(lemma, data, gold, classes));
    }
  }
  if (trains.length === 0) throw TailscopeError.of('no-lemmas', { folder: path, flag: '--train' });
  const test = joinSenseTexts(tests.map((text) => first(text, limit)));
  return { data: { train: joinSenseTexts(trains), test }, files };
}

/** Every lemma's files have the same names: errors need the folder too. */
async function named(lemma: string, file: Promise<DataFile>): Promise<DataFile> {
  const found = await file;
  return { ...found, name: `${lemma}/${found.name}` };
}

async function readXml(path: string) {
  const xml = await readText(path);
  const key = await readBeside(path, '.data.xml', '.gold.key.txt');
  return { text: readRaganato(xml, key), files: [xml, key] };
}

function first({ sentences, items }: SenseText, limit: number | undefined): SenseText {
  return { sentences, items: items.slice(0, limit) };
}
