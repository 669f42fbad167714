import { describe, expect, test, vi } from 'vitest';
import { createAppStore } from '../store.ts';
import { openFiles } from './open-files.ts';

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
    file.arrayBuffer = () => Promise.reject(new DOMException('The file has moved.', 'NotReadableError'));
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
});
