import { beforeEach, describe, expect, it } from 'vitest';
import type { RemoteModel } from '../checkpoint/sources/index.ts';
import { ArrivingFiles } from './arriving-files.ts';
import type { FetchHost } from './host.ts';
import { Keeper } from './keeper.ts';
import { MapStores } from './stores.fixture.ts';

const content = Uint8Array.from({ length: 25 }, (_, i) => i);
const part = (number: number) => content.slice(10 * number, 10 * (number + 1));
const model: RemoteModel = {
  place: { kind: 'folder', folder: 'https://there.example/model/' },
  weights: 'model.safetensors',
  files: [
    {
      path: 'model.safetensors',
      url: 'https://there.example/model/model.safetensors',
      size: content.length,
      sha256: undefined,
    },
  ],
};
const host: FetchHost = {
  open: () => Promise.reject(new Error('nothing is to be fetched')),
  sleep: () => Promise.resolve(),
  patience: 1,
};

/** Whether a promise has come to its end, once all that is due has. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol('pending');
  const later = new Promise((resolve) => setTimeout(resolve, 5, pending));
  return (await Promise.race([promise.catch(() => undefined), later])) === pending;
}

describe('files on their way', () => {
  let stores: MapStores;
  let keeper: Keeper;
  let arriving: ArrivingFiles;
  const read = (start: number, end: number) =>
    arriving.files[0]?.read(start, end) ?? Promise.reject(new Error());

  beforeEach(async () => {
    stores = new MapStores();
    keeper = await Keeper.open(stores, model, { partBytes: 10 });
    const files = ArrivingFiles.of(keeper, host);
    if (!files) throw new Error('they are to be there');
    arriving = files;
    keeper.watch(arriving);
  });

  it('have their names and lengths before anything has come', () => {
    expect(arriving.files).toMatchObject([{ name: 'model.safetensors', size: 25, givesCopies: true }]);
  });

  it('are read as soon as the bytes are stored', async () => {
    const across = read(5, 15);
    await keeper.file(0).write(0, part(0));
    expect(await isPending(across)).toBe(true);
    expect([...(await read(2, 4))]).toEqual([2, 3]);
    await keeper.file(0).write(1, part(1));
    expect([...(await across)]).toEqual([...content.subarray(5, 15)]);
    const last = read(20, 25);
    expect(await isPending(last)).toBe(true);
    await keeper.file(0).write(2, part(2));
    expect([...(await last)]).toEqual([20, 21, 22, 23, 24]);
  });

  it('end where what had come is taken back', async () => {
    await keeper.file(0).write(0, part(0));
    const waiting = read(10, 20);
    keeper.file(0).truncate(0);
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    expect(arriving.signal.aborted).toBe(true);
    await keeper.file(0).write(0, part(0));
    await expect(read(0, 5)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('are whole once they were found right, and end where a length is another than was listed', async () => {
    const record = keeper.file(0).record;
    record.size = 25;
    arriving.complete();
    expect(arriving).toMatchObject({ isWhole: true, signal: { aborted: false } });
    const waiting = read(20, 25);
    record.size = 20;
    arriving.complete();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('end where the storage has no more room', async () => {
    await keeper.file(0).write(0, part(0));
    const waiting = read(10, 20);
    stores.room = 0;
    await keeper.file(0).write(1, part(1));
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('are none without a storage, or where a length is not known', async () => {
    stores.storage = 'none';
    expect(ArrivingFiles.of(await Keeper.open(stores, model), host)).toBeUndefined();
    const [file] = model.files;
    const unknown = { ...model, files: file ? [{ ...file, size: undefined }] : [] };
    expect(ArrivingFiles.of(await Keeper.open(new MapStores(), unknown), host)).toBeUndefined();
  });
});
