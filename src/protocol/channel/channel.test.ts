import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TailscopeError } from '../../core/error.ts';
import type { Moved } from '../model.ts';
import { AnsweringEnd, type CallContext, type Emit, type Handlers } from './answering-end.ts';
import { AskingEnd } from './asking-end.ts';
import type { Start, WireEvent } from './wire.ts';

interface Asked {
  readonly token: number;
  readonly context: CallContext<'vector'>;
  readonly answer: (vector: Float32Array) => void;
  readonly fail: (error: unknown) => void;
}

const start: Start = { base: 'http://here/', firstHandle: 1, lock: 'a', threads: undefined };

const refuse = () => Promise.reject(new Error('not in this test'));

/** Both ends over a real MessageChannel; `asked` are the vector calls that reached the answering end. */
function connect() {
  const { port1, port2 } = new MessageChannel();
  const asked: Asked[] = [];
  const events: Moved[] = [];
  const started: Start[] = [];
  const handlers: Handlers = {
    load: refuse,
    unload: refuse,
    difference: refuse,
    explore: refuse,
    steer: refuse,
    columns: refuse,
    similarity: refuse,
    look: refuse,
    peek: refuse,
    download: refuse,
    stored: refuse,
    'self-similarity': refuse,
    wic: refuse,
    wsd: refuse,
    sts: refuse,
    syntax: refuse,
    classifier: refuse,
    geometry: refuse,
    umap: refuse,
    origins: refuse,
    life: refuse,
    positions: refuse,
    'position-probe': refuse,
    guess: refuse,
    'passage-loss': refuse,
    portrait: refuse,
    'task-scores': refuse,
    'control-scores': refuse,
    vector: ({ token }, context) =>
      new Promise((answer, fail) => {
        asked.push({ token, context, answer, fail });
      }),
  };
  let emit: Emit | undefined;
  new AnsweringEnd(port2, (given, emitter) => {
    started.push(given);
    emit = emitter;
    return handlers;
  });
  const asking = new AskingEnd(port1, start, {
    ready: () => undefined,
    'runs-on': (moved) => events.push(moved),
    'device-lost': () => undefined,
  });
  port1.start();
  port2.start();
  return {
    asked,
    events,
    started,
    emit: (event: WireEvent) => emit?.(event),
    asking,
    vector: (token: number, options = {}) => asking.call('vector', { exploration: 1, token }, options),
    close: () => {
      port1.close();
    },
  };
}

/** Long enough for messages to have gone there and back. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 20));

async function nth(asked: readonly Asked[], n: number): Promise<Asked> {
  for (;;) {
    const call = asked[n];
    if (call) return call;
    await settle();
  }
}

describe('the channel', () => {
  let ends: ReturnType<typeof connect>;
  beforeEach(() => {
    ends = connect();
  });
  afterEach(() => {
    ends.close();
  });

  it('answers each call by its number, whatever the order of answers', async () => {
    const calls = [ends.vector(0), ends.vector(1)];
    (await nth(ends.asked, 1)).answer(Float32Array.of(11));
    (await nth(ends.asked, 0)).answer(Float32Array.of(10));
    expect(await Promise.all(calls)).toEqual([Float32Array.of(10), Float32Array.of(11)]);
  });

  it('hands a response over instead of copying it', async () => {
    const call = ends.vector(0);
    const vector = Float32Array.of(1, 2);
    (await nth(ends.asked, 0)).answer(vector);
    expect(await call).toEqual(Float32Array.of(1, 2));
    expect(vector.byteLength).toBe(0);
  });

  it('carries an error with its code, sentence and remedy', async () => {
    const call = ends.vector(0);
    (await nth(ends.asked, 0)).fail(TailscopeError.of('stale'));
    await expect(call).rejects.toMatchObject(TailscopeError.of('stale').toPlain());
    const other = ends.vector(0);
    (await nth(ends.asked, 1)).fail(new RangeError('odd'));
    await expect(other).rejects.toMatchObject({ code: 'internal' });
  });

  it('streams progress until the answer', async () => {
    const seen: unknown[] = [];
    const onProgress = (progress: unknown) => seen.push(progress);
    const call = ends.vector(0, { onProgress });
    const { context, answer } = await nth(ends.asked, 0);
    const report: (progress: never) => void = context.onProgress;
    report({ sentences: 1, of: 2 } as never);
    answer(new Float32Array(1));
    await call;
    report({ sentences: 2, of: 2 } as never);
    await settle();
    expect(seen).toEqual([{ sentences: 1, of: 2 }]);
  });

  it('never sends a call that was cancelled before it began', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(ends.vector(0, { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
    await settle();
    expect(ends.asked).toHaveLength(0);
  });

  it('rejects at once when cancelled during the call, and aborts it at the other end', async () => {
    const controller = new AbortController();
    const call = ends.vector(0, { signal: controller.signal });
    const { context } = await nth(ends.asked, 0);
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    await settle();
    expect(context.signal.aborted).toBe(true);
  });

  it('ignores an answer that crosses the cancellation on its way', async () => {
    const controller = new AbortController();
    const call = ends.vector(0, { signal: controller.signal });
    const { answer } = await nth(ends.asked, 0);
    answer(new Float32Array(1));
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    await settle();
    const next = ends.vector(1);
    (await nth(ends.asked, 1)).answer(Float32Array.of(5));
    expect(await next).toEqual(Float32Array.of(5));
  });

  it('does nothing when cancelled after the answer', async () => {
    const controller = new AbortController();
    const call = ends.vector(0, { signal: controller.signal });
    const { answer, context } = await nth(ends.asked, 0);
    answer(Float32Array.of(3));
    expect(await call).toEqual(Float32Array.of(3));
    controller.abort();
    await settle();
    expect(context.signal.aborted).toBe(false);
  });

  it('supersedes a call when a newer one takes its slot, and only that slot', async () => {
    const old = ends.vector(0, { slot: 'text' });
    const elsewhere = ends.vector(1, { slot: 'matrix' });
    const fresh = ends.vector(2, { slot: 'text' });
    await expect(old).rejects.toMatchObject({ code: 'superseded' });
    const call = await nth(ends.asked, 2);
    expect((await nth(ends.asked, 0)).context.signal.aborted).toBe(true);
    call.answer(Float32Array.of(2));
    (await nth(ends.asked, 1)).answer(Float32Array.of(1));
    expect(await fresh).toEqual(Float32Array.of(2));
    expect(await elsewhere).toEqual(Float32Array.of(1));
  });

  it('does not supersede a call that was answered already', async () => {
    const first = ends.vector(0, { slot: 'text' });
    (await nth(ends.asked, 0)).answer(Float32Array.of(1));
    await first;
    const second = ends.vector(1, { slot: 'text' });
    (await nth(ends.asked, 1)).answer(Float32Array.of(2));
    expect(await second).toEqual(Float32Array.of(2));
    expect((await nth(ends.asked, 0)).context.signal.aborted).toBe(false);
  });

  it('rejects what is pending and what follows once the other end is gone', async () => {
    const calls = [ends.vector(0), ends.vector(1)];
    ends.asking.fail(TailscopeError.of('worker-died'));
    for (const call of [...calls, ends.vector(2)]) {
      await expect(call).rejects.toMatchObject({ code: 'worker-died' });
    }
  });

  it('starts the other end once, and delivers what it says unasked', async () => {
    await settle();
    expect(ends.started).toEqual([start]);
    const moved: Moved = { seat: 'main', runsOn: { provider: 'webgpu', threads: 1 } };
    ends.emit({ name: 'runs-on', detail: moved });
    await settle();
    expect(ends.events).toEqual([moved]);
  });
});
