import { describe, expect, test } from 'vitest';
import { type Found, fingerprintOf, keyOf, type RemoteModel } from '../../checkpoint/sources/index.ts';
import { TailscopeError } from '../../core/error.ts';
import type { StoredModel } from '../../protocol/sources.ts';
import { loadModel } from '../effects/load-model.ts';
import type { ModelChoice } from '../state.ts';
import { createAppStore } from '../store.ts';
import { FakeCaller, settled } from '../testing.ts';
import { remoteDesk } from './desk.ts';
import { isUnasked, selectAwaited } from './linked.ts';

const HUB = 'https://hub.example';
const place = { kind: 'hub', hub: HUB, id: 'owner/name', revision: 'c0ffee0' } as const;
const SHA = 'ab'.repeat(32);
const files = [
  { path: 'config.json', url: `${HUB}/c`, size: 10, sha256: undefined },
  { path: 'model.safetensors', url: `${HUB}/w`, size: 1000, sha256: SHA },
];
const model: RemoteModel = { place, weights: 'model.safetensors', files };
const found = (bytes = 1010): Found => ({
  place,
  type: 'bert',
  layers: 2,
  dims: 32,
  choices: [
    {
      weights: 'model.safetensors',
      format: 'safetensors',
      approximate: false,
      parts: 1,
      bytes,
      files: files.map((file) => (file.path === 'config.json' ? file : { ...file, size: bytes - 10 })),
    },
  ],
  named: undefined,
  problem: undefined,
});
const storedModel = (whole = true): StoredModel => ({
  key: keyOf(model),
  model,
  bytes: 1010,
  total: 1010,
  whole,
  at: 0,
});
const linked = (bytes: number | undefined, hub = HUB): ModelChoice => ({
  kind: 'remote',
  place: { ...place, hub },
  weights: 'model.safetensors',
  bytes,
  sha256: SHA,
});

function open(modelAsked: ModelChoice = { kind: 'default' }) {
  const store = createAppStore({ hub: HUB, modelAsked });
  const caller = new FakeCaller();
  loadModel(store, caller, 'bundled');
  return { store, caller, desk: remoteDesk(store, caller) };
}

describe('looking a model up', () => {
  test('asks the hub in use for what was named, and shows what is there', async () => {
    const { store, caller, desk } = open();
    desk.look('owner/name@v1');
    expect(store.getState().lookup.kind).toBe('looking');
    expect(caller.last('look').request.reference).toMatchObject({
      hub: HUB,
      id: 'owner/name',
      revision: 'v1',
    });
    caller.last('look').resolve(found());
    await settled();
    expect(store.getState().lookup).toMatchObject({ kind: 'found', found: { type: 'bert' } });
  });

  test('asks nobody about a text that names nothing', () => {
    const { store, caller, desk } = open();
    desk.look('two words');
    expect(caller.of('look')).toEqual([]);
    expect(store.getState().lookup).toMatchObject({ kind: 'failed', error: { code: 'reference' } });
  });

  test('shows only what was looked up last, and forgets the peek into the one before', async () => {
    const { store, caller, desk } = open();
    desk.look('owner/name');
    desk.peek(model);
    desk.look('owner/other');
    const [first, second] = caller.of('look');
    expect(first?.options.signal?.aborted).toBe(true);
    expect(caller.last('peek').options.signal?.aborted).toBe(true);
    second?.reject(TailscopeError.of('hub-unknown', { model: 'owner/other', host: 'hub.example' }));
    first?.resolve(found());
    caller.last('peek').resolve({ dims: 1, positions: undefined, norms: [], fetched: 1, of: 100 });
    await settled();
    expect(store.getState().lookup).toMatchObject({ kind: 'failed', error: { code: 'hub-unknown' } });
    expect(store.getState().peeking.kind).toBe('none');
  });

  test('is done for the folder of a model that is named, at its commit', () => {
    const { caller, desk } = open();
    desk.lookAround({ place, weights: 'onnx/model_int8.onnx', bytes: 5, sha256: undefined });
    expect(caller.last('look').request.reference).toEqual({ ...place, file: 'onnx/model_int8.onnx' });
  });

  test('that failed can be tried again', () => {
    const { store, caller, desk } = open();
    desk.look('owner/name');
    store.setState({
      lookup: {
        kind: 'failed',
        reference: caller.last('look').request.reference,
        error: TailscopeError.of('no-answer', { host: 'hub.example' }),
      },
    });
    desk.lookAgain();
    expect(caller.of('look')).toHaveLength(2);
  });
});

describe('a download', () => {
  test('is loaded once it is here, while the model before goes on until then', async () => {
    const { store, caller, desk } = open();
    desk.download(model);
    const progress = {
      loaded: 5,
      total: 1010,
      rate: 1,
      left: 9,
      kept: 'stored',
      doing: 'fetching',
      again: undefined,
    } as const;
    caller.last('download').options.onProgress?.(progress);
    expect(store.getState().download).toMatchObject({ progress, stopped: false });
    expect(caller.of('load')).toHaveLength(1);
    caller.last('download').resolve({ model, kept: 'stored' });
    await settled();
    expect(store.getState().download).toBeUndefined();
    expect(caller.last('load').request.source).toEqual({ kind: 'remote', model });
    expect(store.getState().modelAsked).toMatchObject({
      kind: 'remote',
      weights: 'model.safetensors',
      bytes: 1010,
      sha256: SHA,
    });
    expect(store.getState().notices).toEqual([]);
  });

  test('that is paused is cancelled in the worker, and asked for again to go on', async () => {
    const { store, caller, desk } = open();
    desk.download(model);
    desk.pause();
    expect(caller.last('download').options.signal?.aborted).toBe(true);
    caller.last('download').reject(TailscopeError.of('cancelled'));
    await settled();
    expect(store.getState().download?.stopped).toBe('paused');
    desk.resume();
    expect(caller.of('download')).toHaveLength(2);
    expect(store.getState().download?.stopped).toBe(false);
    desk.resume();
    expect(caller.of('download')).toHaveLength(2);
  });

  test('that fails keeps how far it came and says why', async () => {
    const { store, caller, desk } = open();
    desk.download(model);
    caller
      .last('download')
      .reject(TailscopeError.of('remote-lost', { file: 'model.safetensors', host: 'hub.example' }));
    await settled();
    expect(store.getState().download?.stopped).toMatchObject({ code: 'remote-lost' });
    desk.resume();
    expect(caller.of('download')).toHaveLength(2);
  });

  test('that is cancelled is deleted', () => {
    const { store, caller, desk } = open();
    desk.download(model);
    desk.cancel();
    expect(store.getState().download).toBeUndefined();
    expect(caller.last('stored').request).toEqual({ forget: keyOf(model) });
  });

  test('that comes after another model was chosen is only said', async () => {
    const { store, caller, desk } = open();
    desk.download(model);
    store.actions.chooseBundled('bundled');
    caller.last('download').resolve({ model, kept: 'stored' });
    await settled();
    expect(store.getState().modelAsked.kind).toBe('bundled');
    expect(store.getState().notices[0]?.text).toContain('owner/name is downloaded');
  });

  test('for the second seat goes beside the model on screen, also after a pause', async () => {
    const { store, caller, desk } = open();
    const before = store.getState().modelAsked;
    desk.download(model, 'beside');
    desk.pause();
    desk.resume();
    caller.last('download').resolve({ model, kept: 'stored' });
    await settled();
    expect(store.getState().modelAsked).toBe(before);
    expect(store.getState().besideAsked).toMatchObject({ kind: 'remote', weights: 'model.safetensors' });
  });

  test('for the second seat is only said once another first model was chosen', async () => {
    const { store, caller, desk } = open();
    desk.download(model, 'beside');
    store.actions.chooseBundled('bundled');
    caller.last('download').resolve({ model, kept: 'stored' });
    await settled();
    expect(store.getState().besideAsked).toBeUndefined();
    expect(store.getState().notices[0]?.text).toContain('owner/name is downloaded');
  });

  test('for which there was no room says so', async () => {
    const { store, caller, desk } = open();
    desk.download(model);
    caller.last('download').resolve({ model, kept: 'no-room' });
    await settled();
    expect(store.getState().notices[0]?.text).toContain('had no room to store owner/name');
  });
});

describe('what is stored', () => {
  test('is loaded without asking for it again', () => {
    const { caller, desk } = open();
    desk.use(storedModel());
    expect(caller.last('load').request.source).toEqual({ kind: 'remote', model });
  });

  test('is asked about again after it was deleted, but what runs stays', async () => {
    const { store, caller, desk } = open();
    desk.use(storedModel());
    store.actions.chooseBundled('bundled');
    desk.forget(storedModel());
    expect(caller.last('stored').request).toEqual({ forget: keyOf(model) });
    expect(store.getState().remoteModels.size).toBe(0);
    desk.use(storedModel());
    desk.forget(storedModel());
    await settled();
    expect(store.getState().remoteModels.size).toBe(1);
    expect(caller.of('load')).toHaveLength(4);
  });
});

describe('a link’s model', () => {
  test('that is stored is loaded, and no host is asked', async () => {
    const { store, caller } = open(linked(5e8));
    expect(store.getState().model.kind).toBe('idle');
    caller.last('stored').resolve([storedModel()]);
    await settled();
    expect(caller.last('load').request.source).toEqual({ kind: 'remote', model });
    expect(caller.of('look')).toEqual([]);
  });

  test('that is large, or of another hub, or of unknown size waits for the person', async () => {
    for (const asked of [linked(5e8), linked(1000, 'https://other.example'), linked(undefined)]) {
      const { store, caller, desk } = open(asked);
      caller.last('stored').resolve([storedModel(false)]);
      await settled();
      expect(caller.of('look')).toEqual([]);
      expect(selectAwaited(store.getState())).toBe(asked);
      desk.fetchLinked();
      caller.last('look').resolve(found(1010));
      await settled();
      expect(caller.of('download')).toHaveLength(1);
    }
  });

  test('that is small is fetched at once, but not if there is more than the link says', async () => {
    for (const [bytes, downloads] of [
      [1010, 1],
      [9e8, 0],
    ] as const) {
      const { caller, desk } = open(linked(1010));
      caller.last('stored').resolve([]);
      await settled();
      caller.last('look').resolve(found(bytes));
      await settled();
      expect(caller.of('download')).toHaveLength(downloads);
      if (downloads > 0) continue;
      desk.fetchLinked();
      expect(caller.of('download')).toHaveLength(1);
    }
  });

  test('keeps the link’s other choices, and is named where its weights are others', async () => {
    const { store, caller } = open(linked(1010));
    store.actions.selectLayer(1);
    caller.last('stored').resolve([]);
    await settled();
    caller.last('look').resolve(found());
    await settled();
    const changed = { ...model, files: files.map((file) => ({ ...file, sha256: 'cd'.repeat(32) })) };
    caller.last('download').resolve({ model: changed, kept: 'stored' });
    await settled();
    expect(store.getState().layer).toBe(1);
    expect(store.getState().notices[0]?.text).toContain('not the checkpoint the link was made with');
  });

  test('that is gone, or cannot be run, is said', async () => {
    for (const answer of [
      { ...found(), choices: [] },
      {
        ...found(),
        problem: TailscopeError.of('model-unsupported', { found: 'gpt2', supported: ['bert'] }).toPlain(),
      },
    ]) {
      const { store, caller } = open(linked(1010));
      caller.last('stored').resolve([]);
      await settled();
      caller.last('look').resolve(answer);
      await settled();
      expect(store.getState().lookup.kind).toBe('failed');
      expect(caller.of('download')).toEqual([]);
    }
  });

  test('of 20 MB from the person’s own hub is fetched unasked, and nothing else', () => {
    const name = { place, weights: 'model.safetensors', sha256: undefined };
    expect(isUnasked({ ...name, bytes: 20e6 }, HUB)).toBe(true);
    expect(isUnasked({ ...name, bytes: 20e6 + 1 }, HUB)).toBe(false);
    expect(isUnasked({ ...name, bytes: 1 }, 'https://other.example')).toBe(false);
    expect(isUnasked({ ...name, bytes: 1, place: { kind: 'folder', folder: `${HUB}/` } }, HUB)).toBe(false);
  });
});

describe('the fingerprint of weights', () => {
  test('is their file’s own hash, or one of all their files’ hashes', () => {
    expect(fingerprintOf(model)).toBe(SHA);
    const shard = (path: string, sha256?: string) => ({ path, url: '', size: 1, sha256 });
    const two = { files: [shard('a.safetensors', SHA), shard('b.safetensors', 'cd'.repeat(32))] };
    expect(fingerprintOf(two)).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprintOf(two)).not.toBe(fingerprintOf({ files: [...two.files].reverse() }));
    expect(fingerprintOf({ files: [shard('a.safetensors', SHA), shard('b.safetensors')] })).toBeUndefined();
  });
});
