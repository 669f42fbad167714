import { describe, expect, test } from 'vitest';
import { TailscopeError } from '../../core/error.ts';
import { createAppStore } from '../store.ts';
import type { State } from '../state.ts';
import { FakeCaller, MODEL, exploration, settled } from '../testing.ts';
import { followBeside } from './follow-beside.ts';
import { loadBeside } from './load-beside.ts';

const READY = { kind: 'ready', model: MODEL, runsOn: MODEL.runsOn } as const;
const OTHER = { ...MODEL, id: 'other' };

function open(start: Partial<State> = {}) {
  const store = createAppStore({ typed: 'One two.\nThree four.', model: READY, ...start });
  const caller = new FakeCaller();
  const loading = loadBeside(store, caller);
  const comparing = followBeside(store, caller);
  return { store, caller, loading, comparing };
}

async function opened() {
  const all = open();
  all.store.actions.putBundledBeside('other');
  await settled();
  all.caller.last('load').resolve(OTHER);
  await settled();
  return all;
}

describe('a model beside the first', () => {
  test('is loaded in its own seat, and leaves the cut and the layer chosen as they are', async () => {
    const { store, caller } = await opened();
    expect(caller.last('load').request).toMatchObject({ seat: 'beside', source: { id: 'other' } });
    expect(store.getState().beside).toMatchObject({ kind: 'ready', model: OTHER });
    expect(store.getState().model).toBe(READY);
  });

  test('waits for the first to have come, and for files that a link only names', async () => {
    const besideAsked = { kind: 'bundled', id: 'other' } as const;
    const { store, caller } = open({ besideAsked, model: { kind: 'loading', progress: undefined } });
    expect(caller.count).toBe(0);
    store.setState({ model: READY });
    await settled();
    expect(caller.of('load')).toHaveLength(1);
    store.setState({ besideAsked: { kind: 'files', name: 'mine', sha256: 'ab' } });
    await settled();
    expect(store.getState().beside).toEqual({ kind: 'idle' });
    store.actions.putCheckpointBeside([], { name: 'mine', sha256: 'ab' });
    await settled();
    caller.last('unload').resolve(null);
    await settled();
    expect(caller.last('load').request.source).toMatchObject({ kind: 'files', name: 'mine' });
  });

  test('is let go of when it is put away, and before another takes its place', async () => {
    const { store, caller } = await opened();
    store.actions.putBundledBeside('third');
    await settled();
    expect([caller.of('unload').length, caller.of('load').length]).toEqual([1, 1]);
    caller.last('unload').resolve(null);
    await settled();
    expect(caller.of('load')).toHaveLength(2);
    store.actions.putAway();
    expect(caller.of('unload')).toHaveLength(2);
    expect(caller.last('load').options.signal?.aborted).toBe(true);
    caller.last('load').resolve(OTHER);
    await settled();
    expect(store.getState().beside).toEqual({ kind: 'idle' });
  });

  test('that is refused says why, and is tried again when told to', async () => {
    const { store, caller, loading } = open();
    store.actions.putBundledBeside('other');
    await settled();
    caller.last('load').reject(TailscopeError.of('worker-died'));
    await settled();
    expect(store.getState().beside).toMatchObject({ kind: 'failed', error: { code: 'worker-died' } });
    loading.retry();
    await settled();
    caller.last('unload').resolve(null);
    await settled();
    expect(caller.of('load')).toHaveLength(2);
  });
});

describe('comparing two models', () => {
  test('costs nothing until something on screen compares them', async () => {
    const { caller } = await opened();
    expect([caller.of('explore').length, caller.of('difference').length]).toEqual([0, 0]);
  });

  test('explores the text with the second, and measures how far apart they are', async () => {
    const { store, caller } = await opened();
    store.actions.watchBeside(true);
    const explore = caller.last('explore');
    expect(explore.request).toMatchObject({ seat: 'beside', sentences: ['One two.', 'Three four.'] });
    explore.resolve(exploration(explore.request, 7));
    const { request, resolve } = caller.last('difference');
    resolve({ request, sentences: 2, tokens: 8, layers: [] });
    await settled();
    expect(store.getState().besideShown).toMatchObject({ model: OTHER, exploration: { handle: 7 } });
    expect(store.getState().difference).toMatchObject({ kind: 'ready', difference: { tokens: 8 } });
    // looked at again, the answer is still there
    store.actions.watchBeside(false);
    store.actions.watchBeside(true);
    expect([caller.of('explore').length, caller.of('difference').length]).toEqual([1, 1]);
    store.actions.type('Newer.');
    expect([caller.of('explore').length, caller.of('difference').length]).toEqual([2, 2]);
  });

  test('goes on while anything still looks', async () => {
    const { store } = await opened();
    store.actions.watchBeside(true);
    store.actions.watchBeside(true);
    store.actions.watchBeside(false);
    expect(store.getState().besideWatched).toBe(1);
    expect(store.getState().difference.kind).toBe('running');
  });

  test('stops when nobody looks any more', async () => {
    const { store, caller } = await opened();
    store.actions.watchBeside(true);
    store.actions.watchBeside(false);
    expect(caller.last('explore').options.signal?.aborted).toBe(true);
    expect(caller.last('difference').options.signal?.aborted).toBe(true);
    expect(store.getState().difference).toEqual({ kind: 'none' });
  });

  test('says why two models cannot be compared, and forgets both answers with the second model', async () => {
    const { store, caller } = await opened();
    store.actions.watchBeside(true);
    caller.last('difference').reject(TailscopeError.of('models-differ', { of: 'layers' }));
    await settled();
    expect(store.getState().difference).toMatchObject({ kind: 'failed', error: { code: 'models-differ' } });
    store.actions.putAway();
    expect(store.getState().difference).toEqual({ kind: 'none' });
    expect(store.getState().besideShown).toBeUndefined();
  });
});
