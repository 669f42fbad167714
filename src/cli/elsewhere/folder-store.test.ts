import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { keyOf, type RemoteModel } from '../../checkpoint/sources/index.ts';
import { Keeper } from '../../remote/index.ts';
import { FolderStore } from './folder-store.ts';

const PART = 10;
const file = (path: string) => ({ path, url: `https://x/${path}`, size: undefined, sha256: undefined });
const model: RemoteModel = {
  place: { kind: 'folder', folder: 'https://x/' },
  weights: 'onnx/model.onnx',
  files: [file('config.json'), file('onnx/model.onnx')],
};
let folder: string;
let store: FolderStore;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'tailscope-')), 'kept');
  store = new FolderStore(folder, model, PART);
});

it('puts each part at its place in a file of that name', async () => {
  const parts = store.open();
  await parts.write(1, 1, Uint8Array.of(11, 12, 13));
  await parts.write(
    1,
    0,
    Uint8Array.from({ length: PART }, (_, i) => i),
  );
  expect([...readFileSync(join(folder, 'onnx/model.onnx'))]).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13,
  ]);
  expect(await parts.read(1, 1)).toEqual(Uint8Array.of(11, 12, 13));
  expect(await parts.read(1, 2)).toHaveLength(0);
  expect(await parts.read(0, 0)).toBeUndefined();
});

it('ends a file where it is told to', async () => {
  await store.open().write(0, 0, Uint8Array.of(1, 2, 3, 4));
  await store.end(0, 2);
  expect([...readFileSync(join(folder, 'config.json'))]).toEqual([1, 2]);
});

it('keeps the record of a model, and knows none of another or of parts of another size', async () => {
  const keeper = await Keeper.open(store, model, { partBytes: PART });
  await keeper.begin();
  expect(await store.keys()).toEqual([keyOf(model)]);
  expect(await store.readManifest(keyOf(model))).toBeDefined();
  expect(await store.readManifest('another')).toBeUndefined();
  expect(await new FolderStore(folder, model, 20).keys()).toEqual([]);
  expect(readdirSync(folder)).toEqual(['tailscope.json']);
  await store.delete();
  expect(await store.keys()).toEqual([]);
});

it('says what it cannot write, instead of keeping it in memory', async () => {
  writeFileSync(folder, 'a file where the folder should be');
  const keeper = await Keeper.open(store, model, { partBytes: PART, memory: false });
  await expect(keeper.begin()).rejects.toMatchObject({ code: 'no-write' });
  await expect(keeper.file(0).write(0, Uint8Array.of(1))).rejects.toMatchObject({ code: 'no-write' });
  expect(keeper.kept).toBe('stored');
  rmSync(folder);
});

it.each(['../outside', '/outside', 'a/../../outside', 'a//b', ''])(
  'writes nothing to “%s”, whatever a list of files says',
  async (path) => {
    const evil = new FolderStore(folder, { ...model, files: [file(path)] }, PART);
    await expect(evil.open().write(0, 0, Uint8Array.of(1))).rejects.toMatchObject({ code: 'internal' });
  },
);
