import { describe, expect, test } from 'vitest';
import { TailscopeError } from '../../core/error.ts';
import type { StsResult } from '../../protocol/experiments/sts.ts';
import { NO_DATA } from '../data/experiment-data.ts';
import { selectStsCosines } from '../derive/lab/sts.ts';
import { createAppStore } from '../store.ts';
import type { State } from '../state.ts';
import { FakeCaller, MODEL, held, settled } from '../testing.ts';
import { followTrials } from './follow-trials.ts';
import { partOf } from './trial.ts';

const sts = [{ name: 'a', pairs: [{ line: 1, sentences: ['one', 'two'] as [string, string], score: 3 }] }];
const ready = { kind: 'ready', model: MODEL, runsOn: MODEL.runsOn } as const;

function open(start: Partial<State> = {}) {
  const store = createAppStore({ view: 'sentences', model: ready, examples: { ...NO_DATA, sts }, ...start });
  const caller = new FakeCaller();
  const trials = followTrials(store, caller);
  return { store, caller, trials };
}

/** One pair of (1, 0, 0, -4) and (0, 1, 0, -4) in two layers. */
function answer(after = Float64Array.of(0, 0)): StsResult {
  const { sample, columns } = held(1, [0, 1, 2, 3]);
  return {
    measured: Uint32Array.of(0),
    scores: Float64Array.of(3),
    starts: Uint32Array.of(0, 1),
    before: { sample, columns },
    after,
    missing: [],
    truncated: [],
    sentences: 2,
    tokens: 4,
  };
}

describe('an experiment', () => {
  test('is asked for while its view is open, and not before', () => {
    const { store, caller } = open({ view: 'explore' });
    expect(caller.of('sts')).toHaveLength(0);
    store.actions.openView('sentences');
    expect(caller.of('sts')).toHaveLength(1);
    expect(caller.last('sts').request).toMatchObject({ subsets: sts, columns: [0, 1, 2, 3] });
  });

  test('asks nothing for a cut after the network: it follows from the answer', async () => {
    const { store, caller } = open();
    caller.last('sts').resolve(answer());
    await settled();
    store.actions.toggleCut(3);
    expect(caller.of('sts')).toHaveLength(1);
    const cosines = selectStsCosines(store.getState());
    expect(cosines?.before[0]).toBeCloseTo(16 / 17, 12);
    expect(cosines?.after?.[0]).toBe(0);
  });

  test('runs again for a cut inside, and shows nothing after it until that has come', async () => {
    const { store, caller } = open();
    caller.last('sts').resolve(answer());
    await settled();
    store.actions.setWhere('inside');
    expect(caller.of('sts')).toHaveLength(1);
    store.actions.toggleCut(3);
    expect(caller.of('sts')).toHaveLength(2);
    expect(caller.last('sts').request.treatment).toEqual({ cut: [3], where: 'inside' });
    expect(selectStsCosines(store.getState())?.after).toBeUndefined();
    caller.last('sts').resolve(answer(Float64Array.of(0.5, 0.25)));
    await settled();
    expect(selectStsCosines(store.getState())?.after).toEqual(Float64Array.of(0.5, 0.25));
  });

  test('is asked again for other data, settings or another model, and keeps what is shown meanwhile', async () => {
    const { store, caller } = open();
    caller.last('sts').resolve(answer());
    await settled();
    const { answer: shown } = store.getState().trials.sts;
    store.actions.setSpecials('exclude');
    store.setState({ examples: { ...NO_DATA, sts: [...sts] } });
    store.setState({ model: { ...ready, model: { ...MODEL } } });
    expect(caller.of('sts')).toHaveLength(4);
    expect(store.getState().trials.sts.answer).toBe(shown);
  });

  test('that is stopped or fails waits for the person', async () => {
    const { store, caller, trials } = open();
    trials.sts.cancel();
    expect(store.getState().trials.sts).toMatchObject({ running: undefined, stopped: true });
    store.actions.selectLayer(1);
    expect(caller.of('sts')).toHaveLength(1);
    trials.sts.retry();
    caller.last('sts').reject(TailscopeError.of('no-items', { name: 'a', what: 'pairs' }));
    await settled();
    expect(store.getState().trials.sts.failure?.code).toBe('no-items');
    expect(caller.of('sts')).toHaveLength(2);
  });

  test('is paused and goes on, and says so; what is over is not', async () => {
    const { store, caller, trials } = open();
    trials.sts.pause();
    expect(caller.last('steer').request).toEqual({ to: 'pause' });
    caller.last('sts').options.onProgress?.({ sentences: 1, of: 2 });
    expect(store.getState().trials.sts.running).toMatchObject({ paused: true, progress: { of: 2 } });
    trials.sts.resume();
    expect(caller.last('steer').request).toEqual({ to: 'go-on' });
    expect(store.getState().trials.sts.running?.paused).toBe(false);
    caller.last('sts').resolve(answer());
    await settled();
    trials.sts.pause();
    expect(caller.of('steer')).toHaveLength(2);
  });

  test('that is paused goes on when another view is opened, which would wait for it', () => {
    const { store, caller, trials } = open();
    store.actions.openView('explore');
    expect(caller.of('steer')).toHaveLength(0);
    trials.sts.pause();
    store.actions.openView('paper');
    expect(caller.last('steer').request).toEqual({ to: 'go-on' });
    expect(store.getState().trials.sts.running?.paused).toBe(false);
    store.actions.openView('sentences');
    expect(caller.of('steer')).toHaveLength(2);
  });

  test('that is stopped with what it has is of that part, and so is whatever else is asked, until all is', async () => {
    const { store, caller, trials } = open();
    caller.last('sts').options.onProgress?.({ sentences: 1, of: 4 });
    expect(store.getState().trials.sts.running?.keeps).toBe(true);
    trials.sts.keep();
    expect(caller.last('steer').request).toEqual({ to: 'keep' });
    const part = { counted: 1, of: 2 };
    caller.last('sts').resolve({ ...answer(), part });
    await settled();
    const { answer: shown } = store.getState().trials.sts;
    expect(shown && partOf<'sts'>(shown)).toEqual(part);
    expect(caller.of('sts')).toHaveLength(1);
    // a cut after the network follows from it; one inside runs on the same pairs, of which it cannot keep fewer
    store.actions.toggleCut(3);
    expect(selectStsCosines(store.getState())?.after?.[0]).toBe(0);
    store.actions.setWhere('inside');
    expect(caller.of('sts')).toHaveLength(2);
    expect(caller.last('sts').request.stopAt).toBe(1);
    expect(store.getState().trials.sts.running?.keeps).toBe(false);
    caller.last('sts').resolve({ ...answer(Float64Array.of(0.5, 0.25)), part });
    await settled();
    expect(selectStsCosines(store.getState())?.after).toEqual(Float64Array.of(0.5, 0.25));
    // what it is compared with, too
    store.actions.setAgainst({ cut: false, where: undefined, remedy: { kind: 'center' } });
    expect(caller.last('sts').request.stopAt).toBe(1);
    caller.last('sts').resolve({ ...answer(Float64Array.of(0.1, 0.2)), part });
    await settled();
    expect(selectStsCosines(store.getState())?.before).toEqual(Float64Array.of(0.1, 0.2));
    trials.sts.retry();
    expect(caller.last('sts').request.stopAt).toBeUndefined();
    caller.last('sts').resolve(answer(Float64Array.of(0.3, 0.3)));
    await settled();
    // a base of the part is no base of all
    expect(selectStsCosines(store.getState())).toBeUndefined();
    expect(caller.last('sts').request.stopAt).toBeUndefined();
  });

  test('is measured whole for the Paper view, whatever was kept of it, and for other data', async () => {
    const { store, caller } = open();
    caller.last('sts').resolve({ ...answer(), part: { counted: 1, of: 2 } });
    await settled();
    store.actions.openView('paper');
    expect(caller.of('sts')).toHaveLength(1);
    store.actions.runForPaper(['sts']);
    expect(caller.of('sts')).toHaveLength(2);
    expect(caller.last('sts').request.stopAt).toBeUndefined();
    caller.last('sts').resolve(answer());
    await settled();
    store.actions.openView('sentences');
    expect(caller.of('sts')).toHaveLength(2);
    store.actions.setSpecials('exclude');
    expect(caller.last('sts').request.stopAt).toBeUndefined();
  });

  test('of which a part says nothing is not to be kept', () => {
    const { store, caller } = open({ examples: { ...NO_DATA, labels: { train: [], test: [] } } });
    expect(caller.of('classifier')).toHaveLength(1);
    expect(store.getState().trials.labels.running?.keeps).toBe(false);
  });

  test('asks for the columns of tails and of the cut alone where all would not fit', () => {
    const [pair] = sts[0]?.pairs ?? [];
    const many = [{ name: 'a', pairs: Array.from({ length: 900_000 }, () => pair ?? expect.fail()) }];
    const { caller } = open({ examples: { ...NO_DATA, sts: many }, cut: [2] });
    expect(caller.last('sts').request.columns).toEqual([2]);
  });
});

describe('what a treatment is compared with', () => {
  const whiten = { kind: 'whiten' } as const;

  test('is whole vectors, until something is chosen', async () => {
    const { store, caller } = open();
    caller.last('sts').resolve(answer());
    await settled();
    store.actions.toggleCut(3);
    expect(caller.of('sts')).toHaveLength(1);
    expect(selectStsCosines(store.getState())?.before[0]).toBeCloseTo(16 / 17, 12);
  });

  test('is run by itself once the treatment has come, and stands before it', async () => {
    const { store, caller } = open();
    caller.last('sts').resolve(answer());
    await settled();
    store.actions.setAgainst({ cut: false, where: undefined, remedy: whiten });
    expect(caller.of('sts')).toHaveLength(2);
    expect(caller.last('sts').request.treatment).toEqual({ cut: [], where: 'after', remedy: whiten });
    expect(selectStsCosines(store.getState())).toBeUndefined();
    caller.last('sts').resolve(answer(Float64Array.of(0.1, 0.2)));
    await settled();
    expect(selectStsCosines(store.getState())?.before).toEqual(Float64Array.of(0.1, 0.2));
    // the cut follows from the first answer, and asks for nothing
    store.actions.toggleCut(3);
    expect(caller.of('sts')).toHaveLength(2);
    expect(selectStsCosines(store.getState())?.after?.[0]).toBe(0);
  });

  test('may be the cut, beside a remedy', async () => {
    const { store, caller } = open();
    store.actions.toggleCut(3);
    caller.last('sts').resolve(answer());
    await settled();
    store.actions.setAgainst({ cut: true, where: undefined, remedy: undefined });
    expect(selectStsCosines(store.getState())).toMatchObject({ after: undefined });
    store.actions.setRemedy(whiten);
    expect(caller.last('sts').request.treatment).toEqual({ cut: [3], where: 'after', remedy: whiten });
    caller.last('sts').resolve(answer(Float64Array.of(0.5, 0.5)));
    await settled();
    const cosines = selectStsCosines(store.getState());
    expect(cosines?.before[0]).toBe(0);
    expect(cosines?.after).toEqual(Float64Array.of(0.5, 0.5));
  });
});
