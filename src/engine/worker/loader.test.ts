import { readFileSync } from 'node:fs';
import { Tensor } from 'onnxruntime-common';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WireEvent } from '../../protocol/channel/wire.ts';
import type { LoadRequest, NamedBlob } from '../../protocol/model.ts';
import { Engine, SessionQueue } from '../index.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { Loader } from './loader.ts';
import { RemoteModels } from './remote/remote-models.ts';

/** Models whose sessions were made, oldest first; `broken` ones fail to run. */
const made: FakeModel[] = [];
const runs = { fail: false, missing: false };

vi.mock('./runtime.ts', () => ({
  wasmRuntime: () =>
    runs.missing
      ? Promise.reject(new Error('no runtime'))
      : Promise.resolve({ env: { wasm: { numThreads: 1 } }, Tensor }),
  graphRuntime: () => ({ Tensor, create: () => Promise.reject(new Error('not in this test')) }),
  createEncoder: () => {
    const model = new FakeModel();
    made.push(model);
    if (runs.fail) vi.spyOn(model.encoder, 'encode').mockRejectedValue(new Error('cannot run'));
    return Promise.resolve(model.encoder);
  },
}));

const folder = new URL('../../graph/fixtures/bert-f32/', import.meta.url);
const files = ['config.json', 'tokenizer.json', 'model.safetensors'].map((name): NamedBlob => {
  const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
  return {
    name,
    size: bytes.length,
    slice: (start, end) => ({ arrayBuffer: () => Promise.resolve(bytes.slice(start, end).buffer) }),
  };
});

const request = (change: Partial<LoadRequest> = {}): LoadRequest => ({
  source: { kind: 'files', name: 'mine', files },
  device: 'wasm',
  ...change,
});
const context = () => ({
  signal: new AbortController().signal,
  priority: 'live' as const,
  onProgress: () => undefined,
});

describe('the loader', () => {
  let engine: Engine;
  let loader: Loader;
  let said: WireEvent[];
  const load = (change?: Partial<LoadRequest>) => loader.load(request(change), context());

  beforeEach(() => {
    made.length = 0;
    runs.fail = false;
    runs.missing = false;
    vi.stubGlobal('crossOriginIsolated', false);
    vi.stubGlobal('navigator', {});
    said = [];
    const queue = new SessionQueue();
    engine = new Engine(queue);
    const start = { base: 'http://here/', firstHandle: 1, lock: 'a', threads: 1 };
    const emit = (event: WireEvent) => said.push(event);
    loader = new Loader(queue, engine, start, emit, new RemoteModels(start.base));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('has run a model once when it says that it is there', async () => {
    await load();
    expect(made[0]?.ran).toHaveLength(1);
  });

  it('keeps the model before where the next one cannot run', async () => {
    await load();
    runs.fail = true;
    await expect(load()).rejects.toThrow(/cannot run/);
    expect(made.map(({ released }) => released)).toEqual([false, true]);
    expect(engine.loaded('main')).toBeDefined();
  });

  it('says what failed first where neither the files nor the runtime come, and tries both again', async () => {
    runs.missing = true;
    const broken = { kind: 'files', name: 'mine', files: files.slice(0, 2) } as const;
    await expect(load({ source: broken })).rejects.toThrow(/weights|safetensors/);
    await expect(load()).rejects.toThrow(/no runtime/);
    runs.missing = false;
    await load();
    expect(made).toHaveLength(1);
  });

  it('opens nothing of a model that is not wanted any more', async () => {
    const read = vi.fn();
    const watched = files.map((file) => ({
      ...file,
      slice: (...range: [number, number]) => (read(), file.slice(...range)),
    }));
    const gone = { ...context(), signal: AbortSignal.abort() };
    await expect(
      loader.load(request({ source: { kind: 'files', name: 'mine', files: watched } }), gone),
    ).rejects.toThrow();
    expect(read).not.toHaveBeenCalled();
  });

  it('puts a model beside the first, and lets go of it alone', async () => {
    await load();
    await load({ seat: 'beside' });
    expect(made.map(({ released }) => released)).toEqual([false, false]);
    await loader.unload({ seat: 'beside' }, context());
    expect(made.map(({ released }) => released)).toEqual([false, true]);
    expect(engine.loaded('main')).toBeDefined();
  });

  it('makes no session of a model that would not fit beside the other, whichever comes second', async () => {
    vi.stubGlobal('navigator', { deviceMemory: 5e-4 });
    await load({ seat: 'beside' });
    await expect(load()).rejects.toMatchObject({ code: 'no-room-for-two' });
    await loader.unload({ seat: 'beside' }, context());
    await load();
    await expect(load({ seat: 'beside' })).rejects.toMatchObject({ code: 'no-room-for-two' });
    expect(made).toHaveLength(2);
  });

  it('says of each model by itself why no faster device was taken', async () => {
    await load({ device: 'auto', seat: 'beside' });
    await vi.waitFor(() => {
      expect(said).toHaveLength(1);
    });
    expect(said[0]).toMatchObject({ name: 'runs-on', detail: { seat: 'beside' } });
    expect(JSON.stringify(said[0])).toMatch(/no graphics device/);
  });
});
