import { describe, expect, it } from 'vitest';
import { createAppStore } from '../../store/store.ts';
import { DEEPEST, droppedFiles, MOST } from './dropped-files.ts';
import { openDropped } from './open-dropped.ts';

const entryOf = (file: File): FileSystemEntry =>
  ({
    name: file.name,
    isFile: true,
    isDirectory: false,
    file: (resolve: (file: File) => void) => {
      resolve(file);
    },
  }) as unknown as FileSystemEntry;
const fileEntry = (name: string, text = '') => entryOf(new File([text], name));

/** As browsers have it: its reader hands out a hundred entries at a time, then none. */
const folder = (name: string, ...entries: readonly FileSystemEntry[]): FileSystemEntry =>
  ({
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      let at = 0;
      return {
        readEntries: (resolve: (some: readonly FileSystemEntry[]) => void) => {
          resolve(entries.slice(at, (at += 100)));
        },
      };
    },
  }) as unknown as FileSystemEntry;

const drop = (...entries: readonly (FileSystemEntry | null)[]): DataTransfer =>
  ({
    items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
    files: [new File(['words'], 'plain.txt')],
  }) as unknown as DataTransfer;

const tree = fileEntry('wsj_0001.mrg');
const many = (count: number) => Array.from({ length: count }, () => tree);
const nested = (depth: number, inner: FileSystemEntry): FileSystemEntry =>
  depth === 0 ? inner : folder(`level${depth}`, nested(depth - 1, inner));

describe('the files of a drop', () => {
  it('are those of folders within folders, too, each by its path', async () => {
    const { files, left } = await droppedFiles(
      drop(
        folder('model', fileEntry('config.json'), folder('onnx', fileEntry('model.onnx'))),
        fileEntry('a.txt'),
      ),
    );
    expect(files.map(({ path }) => path)).toEqual(['model/config.json', 'model/onnx/model.onnx', 'a.txt']);
    expect(left).toBeUndefined();
  });

  it('are all that a treebank of 25 folders and 2,312 files has', async () => {
    const sections = Array.from({ length: 25 }, (_, i) => folder(String(i), ...many(i === 0 ? 104 : 92)));
    const { files, left } = await droppedFiles(drop(folder('wsj', ...sections)));
    expect(files).toHaveLength(2312);
    expect(left).toBeUndefined();
  });

  it('end at a number that no data set has, and it is said', async () => {
    const { files, left } = await droppedFiles(drop(folder('home', ...many(MOST), fileEntry('more'))));
    expect(files).toHaveLength(MOST);
    expect(left).toBe('many');
    expect((await droppedFiles(drop(folder('all', ...many(MOST))))).left).toBeUndefined();
  });

  it('lie no deeper than a few folders, and what does is said', async () => {
    const within = await droppedFiles(drop(nested(DEEPEST, fileEntry('a.txt'))));
    expect(within).toMatchObject({ files: [{ file: { name: 'a.txt' } }], left: undefined });
    const below = await droppedFiles(drop(nested(DEEPEST + 1, fileEntry('a.txt')), fileEntry('b.txt')));
    expect(below).toMatchObject({ files: [{ path: 'b.txt' }], left: 'deep' });
  });

  it('are the plain files where the browser shows no folders', async () => {
    const { files } = await droppedFiles(drop(null));
    expect(files.map(({ path }) => path)).toEqual(['plain.txt']);
  });
});

describe('what is dropped and left out', () => {
  it('is said together with what to do', async () => {
    const store = createAppStore();
    await openDropped(store, drop(fileEntry('a.txt', 'A sentence.'), folder('home', ...many(MOST))));
    expect(store.getState().file?.name).toBe('a.txt');
    expect(store.getState().notices.at(-1)).toMatchObject({
      tone: 'alert',
      text: expect.stringMatching(/only the first 20,000 are read\. Drop the folder/) as string,
    });
  });

  it('is said of what lies too deep', async () => {
    const store = createAppStore();
    const deep = nested(DEEPEST + 1, fileEntry('b.txt'));
    await openDropped(store, drop(fileEntry('a.txt', 'A sentence.'), deep));
    expect(store.getState().notices.at(-1)?.text).toMatch(/more than 5 folders deep/);
  });

  it('is not said where a folder cannot be read at all: that is', async () => {
    const store = createAppStore();
    const gone = {
      name: 'gone.txt',
      isFile: true,
      file: (_: unknown, reject: (error: Error) => void) => {
        reject(new DOMException('It is gone.', 'NotFoundError'));
      },
    } as unknown as FileSystemEntry;
    await openDropped(store, drop(gone));
    expect(store.getState().notices).toMatchObject([
      { tone: 'alert', text: expect.stringContaining('gone') as string },
    ]);
  });
});
