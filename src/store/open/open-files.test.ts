import { describe, expect, test, vi } from 'vitest';
import { createAppStore } from '../store.ts';
import { selectColumn, selectSentences } from '../text.ts';
import { selectBesideFiles } from '../beside.ts';
import { selectModelFolder } from '../model.ts';
import type { State } from '../state.ts';
import { openFiles, openOtherWeights } from './open-files.ts';
import { sha256Of } from './sha256.ts';

const checkpoint = (weights: string) =>
  [
    new File(['{}'], 'config.json'),
    new File(['{}'], 'tokenizer.json'),
    new File([weights], 'model.safetensors'),
  ].map((file) => ({ path: `mine/${file.name}`, file }));

describe('opening files', () => {
  test('says of one that cannot be read that it cannot', async () => {
    const store = createAppStore();
    const file = new File(['words'], 'gone.txt');
    file.slice = () => {
      throw new DOMException('The file has moved.', 'NotReadableError');
    };
    await openFiles(store, [{ path: 'gone.txt', file }]);
    expect(store.getState().notices[0]?.text).toContain('moved');
  });

  test('refuses a file whose bytes are no text, and the sentences stay', async () => {
    const store = createAppStore();
    const file = new File([Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x0a)], 'latin.txt');
    await openFiles(store, [{ path: 'latin.txt', file }]);
    expect(store.getState().file).toBeUndefined();
    expect(store.getState().notices).toMatchObject([
      { tone: 'alert', text: expect.stringContaining('latin.txt is not UTF-8') as string },
    ]);
  });

  test('says of a folder that cannot be read that it cannot', async () => {
    const store = createAppStore();
    await openFiles(store, Promise.reject(new DOMException('No entry.', 'NotFoundError')));
    expect(store.getState().notices).toMatchObject([{ tone: 'alert' }]);
  });

  test('works on a page that is not secure, where the browser has no digest', async () => {
    vi.stubGlobal('crypto', {});
    const store = createAppStore();
    await openFiles(store, checkpoint('weights'));
    vi.unstubAllGlobals();
    expect(store.getState().modelAsked).toMatchObject({ kind: 'files', name: 'mine' });
    expect(store.getState().modelFiles.size).toBe(1);
  });

  test('takes the checkpoint opened last, however long an earlier one takes to read', async () => {
    const store = createAppStore();
    const [slow, quick] = [openFiles(store, checkpoint('a'.repeat(5e6))), openFiles(store, checkpoint('b'))];
    await Promise.all([slow, quick]);
    expect(store.getState().modelFiles.size).toBe(1);
  });

  test('says which weights it takes, where there are several', async () => {
    const store = createAppStore();
    const path = 'mine/onnx/model_int8.onnx';
    await openFiles(store, [...checkpoint('weights'), { path, file: new File(['x'], 'model_int8.onnx') }]);
    expect(store.getState().notices[0]?.text).toMatch(
      /came with 2 sets of weights, of which mine\/model\.safetensors/,
    );
  });

  describe('of a folder with several sets of weights', () => {
    const rounded = new File(['x'], 'model_int8.onnx');
    const both = [...checkpoint('weights'), { path: 'mine/onnx/model_int8.onnx', file: rounded }];
    const opened = async (start: Partial<State> = {}) => {
      const store = createAppStore(start);
      await openFiles(store, both);
      const found = selectModelFolder(store.getState());
      if (!found) throw new Error('the folder was not kept');
      return { store, ...found };
    };
    const namesOf = (files: readonly { readonly name: string }[] | undefined) =>
      files?.map(({ name }) => name);

    test('others can be put beside those taken, and taken in their place', async () => {
      const { store, folder, taken } = await opened();
      const [, other] = folder.sets;
      if (!other) throw new Error('the folder holds no other weights');
      expect(taken.path).toBe('mine/model.safetensors');
      await openOtherWeights(store, folder, other, 'beside');
      const { besideAsked, modelAsked } = store.getState();
      expect(modelAsked).toMatchObject({ name: 'mine' });
      expect(besideAsked).toEqual({
        kind: 'files',
        name: 'mine/onnx/model_int8.onnx',
        sha256: await sha256Of(rounded),
      });
      expect(namesOf(selectBesideFiles(store.getState()))).toEqual([
        'config.json',
        'tokenizer.json',
        'model_int8.onnx',
      ]);
      await openOtherWeights(store, folder, other, 'main');
      expect(store.getState().modelAsked).toEqual(besideAsked);
      await openOtherWeights(store, folder, taken, 'main');
      expect(store.getState().modelAsked).toEqual(modelAsked);
    });

    test('those that a link names are taken', async () => {
      const sha256 = await sha256Of(rounded);
      const modelAsked = { kind: 'files', name: 'as it was called', sha256 } as const;
      const { store, taken } = await opened({ modelAsked, cut: [3] });
      expect(taken.path).toBe('mine/onnx/model_int8.onnx');
      expect(store.getState().cut).toEqual([3]);
      expect(
        store
          .getState()
          .notices.map(({ text }) => text)
          .join(),
      ).not.toMatch(/the link was made with/);
    });

    test('what cannot be read any more is said', async () => {
      const { store, folder } = await opened();
      const gone = { path: 'mine/model.onnx', files: [{ name: 'model.onnx', size: 5, slice: () => fail() }] };
      const fail = (): never => {
        throw new DOMException('The file has moved.', 'NotReadableError');
      };
      await openOtherWeights(store, folder, gone, 'beside');
      expect(store.getState().notices[0]?.text).toContain('moved');
      expect(store.getState().besideAsked).toBeUndefined();
    });
  });

  test('names an export by the hash of all its files', async () => {
    const nameOf = async (data: string) => {
      const store = createAppStore();
      const files = [...checkpoint('').slice(0, 2), ...exported(data)];
      await openFiles(store, files);
      return store.getState().modelAsked;
    };
    const exported = (data: string) =>
      [new File(['graph'], 'model.onnx'), new File([data], 'model.onnx_data')].map((file) => ({
        path: `mine/onnx/${file.name}`,
        file,
      }));
    expect(await nameOf('a')).toEqual(await nameOf('a'));
    expect(await nameOf('a')).not.toEqual(await nameOf('b'));
  });

  test('reads the sentences out of a column, which a person can choose', async () => {
    const store = createAppStore();
    const file = new File(['id,sentence,reply\n1,"One, two.",Three.\n2,Four.\n'], 'talk.csv');
    await openFiles(store, [{ path: 'talk.csv', file }]);
    expect(selectSentences(store.getState())).toEqual(['One, two.', 'Four.']);
    store.actions.chooseColumn('reply');
    expect(selectSentences(store.getState())).toEqual(['Three.', '']);
    expect(selectColumn(store.getState())?.short).toEqual([3]);
    store.actions.chooseColumn('none');
    expect(selectSentences(store.getState())).toEqual([]);
    expect(selectColumn(store.getState())).toBeUndefined();
  });

  test('keeps the column that a link chose for the very file that it asks for, and for no other', async () => {
    const file = new File(['a\tb\none\ttwo\n'], 'talk.tsv');
    const other = new File(['a\tb\none\tlonger than the first\n'], 'talk.tsv');
    const name = { name: 'talk.tsv', sha256: await sha256Of(file), content: undefined };
    for (const [given, sentences] of [
      [file, ['two']],
      [other, ['longer than the first']],
    ] as const) {
      const store = createAppStore({ file: name, column: 'b' });
      await openFiles(store, [{ path: 'talk.tsv', file: given }]);
      expect(selectSentences(store.getState())).toEqual(sentences);
      expect(store.getState().column).toBe(given === file ? 'b' : undefined);
    }
  });

  test('says what is wrong with the quotes of a table, and the sentences stay', async () => {
    const store = createAppStore();
    const file = new File(['sentence\n"One.\n'], 'bad.csv');
    await openFiles(store, [{ path: 'bad.csv', file }]);
    expect(store.getState().file).toBeUndefined();
    expect(store.getState().notices).toMatchObject([
      { tone: 'alert', text: expect.stringContaining('Line 2, column 1 of bad.csv') as string },
    ]);
  });

  test('reads as many whole lines of an endless file as it has room for, and says so', async () => {
    const store = createAppStore();
    const line = `${'word '.repeat(2000)}\n`;
    const file = new File([line.repeat(3300)], 'long.txt');
    await openFiles(store, [{ path: 'long.txt', file }]);
    const sentences = selectSentences(store.getState());
    expect(sentences.length).toBeGreaterThan(3000);
    expect(sentences.length * line.length).toBeLessThanOrEqual(32e6 + line.length);
    expect(store.getState().notices).toMatchObject([
      { tone: 'status', text: expect.stringContaining('only its first 32 MB') as string },
    ]);
  });
});
