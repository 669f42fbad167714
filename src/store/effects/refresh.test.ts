import { describe, expect, test } from 'vitest';
import { TailscopeError } from '../../core/error.ts';
import { movedTo } from '../model.ts';
import { createAppStore } from '../store.ts';
import { FakeCaller, MODEL, exploration, held, settled } from '../testing.ts';
import { fetchColumns } from './fetch-columns.ts';
import { followInside } from './follow-inside.ts';
import { followMatrix } from './follow-matrix.ts';
import { followText } from './follow-text.ts';
import { followToken } from './follow-token.ts';
import { loadModel } from './load-model.ts';

/** Every effect on one store, with the first text explored under handle 1. */
async function open() {
  const store = createAppStore({
    typed: 'One two.\nThree four.',
    matrix: 'tokens',
    model: { kind: 'ready', model: MODEL, runsOn: MODEL.runsOn },
  });
  const caller = new FakeCaller();
  const text = followText(store, caller);
  const inside = followInside(store, caller);
  const refresh: typeof text.refresh = (each) => {
    text.refresh(each);
    inside.refresh(each);
  };
  followMatrix(store, caller, refresh);
  followToken(store, caller, refresh);
  fetchColumns(store, caller, refresh);
  await answer(caller, 1);
  return { store, caller, text };
}

async function answer(caller: FakeCaller, handle: number): Promise<void> {
  const call = caller.last('explore');
  call.resolve(exploration(call.request, handle));
  await settled();
}

/** A cut inside the network, explored under handle 2. */
async function openInside() {
  const opened = await open();
  opened.store.actions.setWhere('inside');
  opened.store.actions.toggleCut(3);
  await answer(opened.caller, 2);
  return opened;
}

const similarityOf = (caller: FakeCaller, handle: number) =>
  caller.of('similarity').filter(({ request }) => request.exploration === handle);

describe('the similarity matrix', () => {
  test('of a cut inside the network is asked of that run', async () => {
    const { store, caller } = await openInside();
    const [call] = similarityOf(caller, 2);
    call?.resolve(held(20, [3]));
    await settled();
    expect(store.getState().matrixInside?.held.handle).toBe(20);
  });

  test('asks an older run nothing about the items of a newer text', async () => {
    const { store, caller } = await openInside();
    store.actions.type('Newer.');
    await answer(caller, 3);
    expect(store.getState().inside?.exploration.handle).toBe(2);
    expect(similarityOf(caller, 2)).toHaveLength(1);
    expect(similarityOf(caller, 3)).toHaveLength(1);
  });

  test('says nothing of a failure that is about what has left the screen', async () => {
    const { store, caller } = await open();
    const [old] = similarityOf(caller, 1);
    store.actions.type('Newer.');
    await answer(caller, 3);
    old?.reject(TailscopeError.of('not-held', { item: 1, held: 1 }));
    await settled();
    expect(store.getState().failure).toBeUndefined();
  });

  test('says what failed of what is on screen', async () => {
    const { store, caller } = await open();
    similarityOf(caller, 1)[0]?.reject(TailscopeError.of('internal', { message: 'x' }));
    await settled();
    expect(store.getState().failure?.code).toBe('internal');
  });
});

describe('vectors that the worker no longer holds', () => {
  test('of what is on screen are had by measuring it again, once', async () => {
    const { store, caller } = await open();
    store.actions.hoverToken(1);
    caller.last('vector').reject(TailscopeError.of('stale'));
    similarityOf(caller, 1)[0]?.reject(TailscopeError.of('stale'));
    await settled();
    expect(caller.of('explore')).toHaveLength(2);
    expect(store.getState().failure).toBeUndefined();
    await answer(caller, 5);
    expect(caller.last('vector').request.exploration).toBe(5);
    expect(caller.last('similarity').request.exploration).toBe(5);
  });

  test('of a sample are had in the same way', async () => {
    const { store, caller } = await open();
    store.actions.toggleCut(0);
    caller.of('columns')[0]?.reject(TailscopeError.of('stale'));
    await settled();
    expect(caller.of('explore')).toHaveLength(2);
  });

  test('of a cut inside the network are had by that run alone', async () => {
    const { caller } = await openInside();
    similarityOf(caller, 2)[0]?.reject(TailscopeError.of('stale'));
    await settled();
    expect(caller.of('explore')).toHaveLength(3);
    expect(caller.last('explore').request.inside).toEqual({ dims: [3], from: 1 });
  });

  test('of what has left the screen are not missed', async () => {
    const { store, caller } = await open();
    store.actions.hoverToken(1);
    const old = caller.last('vector');
    store.actions.type('Newer.');
    await answer(caller, 3);
    old.reject(TailscopeError.of('stale'));
    await settled();
    expect(caller.of('explore')).toHaveLength(2);
  });
});

describe('a model that gives way to another', () => {
  test('is asked for no cut inside it, and nothing that runs is waited for', async () => {
    const { store, caller } = await open();
    store.actions.type('Newer.');
    const text = caller.last('explore');
    store.setState({ model: { kind: 'loading', progress: undefined } });
    expect(text.options.signal?.aborted).toBe(true);
    store.actions.setWhere('inside');
    store.actions.toggleCut(3);
    expect(caller.of('explore')).toHaveLength(2);
    const model = { ...MODEL, id: 'other' };
    store.setState({ model: { kind: 'ready', model, runsOn: model.runsOn } });
    // the newer text by the newer model, and no cut inside it of what the older one measured
    expect(caller.of('explore')).toHaveLength(3);
    expect(caller.last('explore').request.inside).toBeUndefined();
  });

  test('stops a run with a cut inside it', async () => {
    const { store, caller } = await openInside();
    store.actions.toggleCut(2);
    const run = caller.last('explore');
    store.setState({ model: { kind: 'loading', progress: undefined } });
    expect(run.options.signal?.aborted).toBe(true);
    expect(store.getState().runningInside).toBeUndefined();
  });
});

describe('a model that runs elsewhere from now on', () => {
  test('is not asked again where only the reason is new', async () => {
    const { store, caller } = await open();
    const runsOn = { ...MODEL.runsOn, notice: 'No graphics device here.' };
    store.setState({ model: movedTo(store.getState().model, runsOn) });
    expect(caller.of('explore')).toHaveLength(1);
    expect(store.getState().model).toMatchObject({ runsOn });
  });

  test('measures the text again on another kind of device', async () => {
    const { store, caller } = await open();
    store.setState({ model: movedTo(store.getState().model, { provider: 'webgpu', threads: 1 }) });
    expect(caller.of('explore')).toHaveLength(2);
  });
});

describe('stopping', () => {
  test('is said, keeps the charts, and can be taken back', async () => {
    const { store, caller, text } = await open();
    store.actions.type('Newer.');
    text.cancel();
    caller.last('explore').reject(TailscopeError.of('cancelled'));
    await settled();
    expect(store.getState()).toMatchObject({ stopped: true, running: undefined, failure: undefined });
    expect(store.getState().before?.exploration.handle).toBe(1);
    text.retry();
    expect(store.getState().stopped).toBe(false);
    expect(caller.of('explore')).toHaveLength(3);
  });

  test('ends with the next change', async () => {
    const { store, text } = await open();
    store.actions.type('Newer.');
    text.cancel();
    store.actions.type('Newest.');
    expect(store.getState()).toMatchObject({ stopped: false });
  });
});

describe('a checkpoint of the person’s', () => {
  const fileA = { name: 'model.safetensors', size: 1, slice: () => new Blob() };
  const fileB = { name: 'model.safetensors', size: 2, slice: () => new Blob() };

  test('is never loaded under the name of another', () => {
    const store = createAppStore();
    const caller = new FakeCaller();
    loadModel(store, caller, 'small');
    store.actions.openCheckpoint([fileA], { name: 'a', sha256: 'aa' });
    const { modelAsked } = store.getState();
    store.actions.openCheckpoint([fileB], { name: 'b', sha256: 'bb' });
    store.setState({ modelAsked: { ...modelAsked } });
    expect(caller.last('load').request.source).toEqual({ kind: 'files', name: 'a', files: [fileA] });
    store.setState({ modelAsked: { kind: 'files', name: 'c', sha256: 'cc' } });
    expect(caller.last('load').request.source).toMatchObject({ name: 'a' });
    expect(store.getState().model.kind).toBe('idle');
  });
});

test('another device loads the model again, on that', () => {
  const store = createAppStore();
  const caller = new FakeCaller();
  loadModel(store, caller, 'small');
  expect(caller.last('load').request.device).toBe('auto');
  store.actions.setDevice('wasm');
  expect(caller.last('load').request.device).toBe('wasm');
  expect(caller.of('load')).toHaveLength(2);
});
