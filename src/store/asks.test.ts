import { describe, expect, it, vi } from 'vitest';
import type { OriginsResult } from '../protocol/experiments/origins.ts';
import { TailscopeError } from '../core/error.ts';
import { Asks } from './asks.ts';
import { createAppStore } from './store.ts';
import { FakeCaller, MODEL, settled } from './testing.ts';

const ready = (model = MODEL) => ({ model: { kind: 'ready', model, runsOn: model.runsOn } as const });
const RESULT: OriginsResult = {
  dims: [3],
  chosen: 'asked',
  positions: 'none',
  tokens: 'none',
  segments: 'none',
  norms: [],
  biases: [],
};
const request = { dims: [3] };

function open() {
  const store = createAppStore(ready());
  const caller = new FakeCaller();
  return { store, caller, asks: new Asks(store, caller) };
}

describe('questions to the worker', () => {
  it('are asked once, and their answers kept', async () => {
    const { caller, asks } = open();
    asks.ask('origins', request, 'live');
    asks.ask('origins', { dims: [3] }, 'live');
    expect(caller.of('origins')).toHaveLength(1);
    expect(asks.state('origins', request).running).toBeDefined();
    caller.last('origins').resolve(RESULT);
    await settled();
    expect(asks.state('origins', { dims: [3] }).answer).toBe(RESULT);
    asks.ask('origins', request, 'live');
    expect(caller.of('origins')).toHaveLength(1);
  });

  it('say how fast they go, pause and go on', async () => {
    vi.useFakeTimers();
    const { store, caller, asks } = open();
    const positions = {
      sentences: ['a'],
      specials: 'include',
      dims: [3],
      move: { kind: 'as-they-are' },
    } as const;
    const running = () => asks.state('positions', positions).running;
    asks.pause('positions', positions, true);
    asks.ask('positions', positions, 'batch');
    const { onProgress } = caller.last('positions').options;
    onProgress?.({ sentences: 10, of: 100 });
    expect(running()).toMatchObject({ rate: undefined, paused: false });
    vi.advanceTimersByTime(1000);
    onProgress?.({ sentences: 30, of: 100 });
    expect(running()?.rate).toBeCloseTo(20, 6);
    asks.pause('positions', positions, true);
    expect(caller.last('steer').request).toEqual({ to: 'pause' });
    expect(running()).toMatchObject({ paused: true, progress: { sentences: 30 } });
    vi.advanceTimersByTime(60_000);
    asks.pause('positions', positions, false);
    expect(caller.last('steer').request).toEqual({ to: 'go-on' });
    // the minute that it stood still is none that it worked
    onProgress?.({ sentences: 40, of: 100 });
    vi.advanceTimersByTime(500);
    onProgress?.({ sentences: 50, of: 100 });
    expect(running()?.rate).toBeCloseTo(20, 6);
    expect(caller.of('steer')).toHaveLength(2);
    // what another view asks would wait for it, and nobody there could let it go on
    asks.pause('positions', positions, true);
    store.actions.openView('geometry');
    expect(caller.last('steer').request).toEqual({ to: 'go-on' });
    expect(running()?.paused).toBe(false);
    await settled();
    vi.useRealTimers();
  });

  it('begin to count anew when other work begins', async () => {
    vi.useFakeTimers();
    const { caller, asks } = open();
    const probe = { name: 'x', train: ['a'], test: ['b'], specials: 'include', seed: 1, dims: [3] } as const;
    asks.ask('position-probe', probe, 'batch');
    const { onProgress } = caller.last('position-probe').options;
    onProgress?.({ doing: 'reading', done: 0, of: 100 });
    vi.advanceTimersByTime(1000);
    onProgress?.({ doing: 'reading', done: 100, of: 100 });
    expect(asks.state('position-probe', probe).running?.rate).toBeCloseTo(100, 6);
    onProgress?.({ doing: 'training', done: 0, of: 5 });
    expect(asks.state('position-probe', probe).running?.rate).toBeUndefined();
    vi.advanceTimersByTime(1000);
    onProgress?.({ doing: 'training', done: 0.5, of: 5 });
    expect(asks.state('position-probe', probe).running?.rate).toBeCloseTo(0.5, 6);
    await settled();
    vi.useRealTimers();
  });

  it('about a long text go by which text it is, without writing it down', async () => {
    const { caller, asks } = open();
    const sentences = Array.from({ length: 3000 }, (_, i) => `Sentence ${i}.`);
    const positions = (text: readonly string[]) =>
      ({ sentences: text, specials: 'include', dims: [3], move: { kind: 'as-they-are' } }) as const;
    const written = vi.spyOn(JSON, 'stringify');
    asks.ask('positions', positions(sentences), 'batch');
    asks.ask('positions', positions(sentences), 'batch');
    expect(caller.of('positions')).toHaveLength(1);
    asks.ask('positions', positions(sentences.slice(1)), 'batch');
    expect(caller.of('positions')).toHaveLength(2);
    for (const { value } of written.mock.results) expect(String(value).length).toBeLessThan(1000);
    written.mockRestore();
    await settled();
  });

  it('are other questions of another model', async () => {
    const { store, caller, asks } = open();
    asks.ask('origins', request, 'live');
    const { signal } = caller.last('origins').options;
    store.setState(ready({ ...MODEL }));
    expect(signal?.aborted).toBe(true);
    expect(asks.state('origins', request)).toEqual({
      answer: undefined,
      running: undefined,
      failure: undefined,
    });
    await settled();
  });

  it('can be taken back, and asked again', async () => {
    const { caller, asks } = open();
    asks.ask('origins', request, 'batch');
    asks.cancel('origins', request);
    caller.last('origins').reject(TailscopeError.of('cancelled'));
    await settled();
    expect(asks.state('origins', request)).toMatchObject({ running: undefined, failure: undefined });
    asks.ask('origins', request, 'batch');
    expect(caller.of('origins')).toHaveLength(2);
  });

  it('taken back and asked again at once, do not hear of the first one’s end', async () => {
    const { caller, asks } = open();
    asks.ask('origins', request, 'live');
    const first = caller.last('origins');
    asks.cancel('origins', request);
    asks.ask('origins', request, 'live');
    first.reject(TailscopeError.of('cancelled'));
    await settled();
    expect(asks.state('origins', request).running).toBeDefined();
    caller.last('origins').resolve(RESULT);
    await settled();
    expect(asks.state('origins', request).answer).toBe(RESULT);
  });

  it('keep what went wrong until they are asked again', async () => {
    const { caller, asks } = open();
    asks.ask('origins', request, 'live');
    caller.last('origins').reject(TailscopeError.of('no-model'));
    await settled();
    expect(asks.state('origins', request).failure?.code).toBe('no-model');
    asks.ask('origins', request, 'live');
    expect(caller.of('origins')).toHaveLength(2);
    expect(asks.state('origins', request).failure).toBeUndefined();
  });

  it('cannot be asked before there is a model', () => {
    const caller = new FakeCaller();
    const asks = new Asks(createAppStore(), caller);
    asks.ask('origins', request, 'live');
    expect(caller.count).toBe(0);
  });
});
