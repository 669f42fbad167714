import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ToPage, ToWorker } from '../protocol/channel/index.ts';
import type { LoadRequest, LoadedModel, Moved, Seat } from '../protocol/model.ts';
import { createClient, type Client } from './client.ts';
import type { WorkerLike } from './worker-life.ts';

const loadRequest: LoadRequest = { source: { kind: 'bundled', id: 'tiny' }, device: 'auto' };

const loaded: LoadedModel = {
  id: 'tiny',
  name: 'Tiny',
  layers: 2,
  dims: 4,
  heads: 1,
  maxTokens: 16,
  parameters: 100,
  bytes: 400,
  weights: { name: 'model.safetensors', others: [], approximate: false },
  positionEmbeddings: true,
  runsOn: { provider: 'wasm', threads: 1 },
};

/** A worker that keeps what it was told; the test answers in its place. */
class FakeWorker implements WorkerLike {
  readonly told: ToWorker[] = [];
  terminated = false;
  readonly #listeners = new Map<string, (event: MessageEvent) => void>();

  postMessage(message: ToWorker): void {
    this.told.push(message);
  }
  addEventListener(type: string, listener: (event: MessageEvent) => void): void {
    this.#listeners.set(type, listener);
  }
  terminate(): void {
    this.terminated = true;
  }
  say(message: ToPage): void {
    this.#listeners.get('message')?.(new MessageEvent('message', { data: message }));
  }
  crash(): void {
    this.#listeners.get('error')?.(new MessageEvent('error'));
  }
  /** Requests of this name so far, oldest first. */
  asked(name: string): number[] {
    return this.told.flatMap((message) =>
      message.type === 'request' && message.name === name ? [message.id] : [],
    );
  }
  answer(name: string, response: LoadedModel | Float32Array): void {
    const id = this.asked(name).at(-1);
    if (id === undefined) throw new Error(`nobody asked for ${name}`);
    this.say({ type: 'response', id, response });
  }
}

const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

describe('the client', () => {
  let workers: FakeWorker[];
  let gone: (() => void) | undefined;
  let crashes: string[];
  let client: Client;
  const latest = () => {
    const worker = workers.at(-1);
    if (!worker) throw new Error('no worker yet');
    return worker;
  };
  const vector = (options = {}) => client.call('vector', { exploration: 1, token: 0 }, options);
  const load = async () => {
    const loading = client.call('load', loadRequest);
    await tick();
    latest().answer('load', loaded);
    return loading;
  };

  beforeEach(() => {
    workers = [];
    crashes = [];
    client = createClient({
      base: 'http://here/',
      spawn: () => {
        const worker = new FakeWorker();
        workers.push(worker);
        return worker;
      },
      watch: (_name, signal, onGone) => {
        gone = () => {
          if (!signal.aborted) onGone();
        };
      },
    });
    client.onCrash(({ code }) => crashes.push(code));
  });

  it('starts no worker until it is asked something, and then one', async () => {
    expect(workers).toHaveLength(0);
    await load();
    const asking = vector();
    await tick();
    latest().answer('vector', Float32Array.of(1));
    expect(await asking).toEqual(Float32Array.of(1));
    expect(workers).toHaveLength(1);
    expect(latest().told[0]).toMatchObject({
      type: 'start',
      start: { base: 'http://here/', firstHandle: 1 },
    });
  });

  it('waits for no model to ask what is stored, or other hosts for one', async () => {
    await load();
    latest().crash();
    void client.call('stored', { forget: undefined }).catch(() => undefined);
    await tick();
    expect(workers).toHaveLength(2);
    expect(latest().asked('stored')).toHaveLength(1);
    expect(latest().asked('load')).toHaveLength(0);
  });

  it('starts its worker on a page served over plain http, where there is no randomUUID', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    await load();
    vi.unstubAllGlobals();
    const [first] = latest().told;
    expect(first?.type === 'start' && first.start.lock).toMatch(/^tailscope-worker-\w+-0$/);
  });

  it('rejects every pending call when the worker dies, and says so once', async () => {
    await load();
    const calls = [vector(), vector()];
    await tick();
    const [worker] = workers;
    worker?.crash();
    worker?.crash();
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'worker-died' });
    expect(crashes).toEqual(['worker-died']);
    expect(worker?.terminated).toBe(true);
  });

  it('notices a worker that closes itself without any event, by its lock coming free', async () => {
    await load();
    latest().say({ type: 'event', event: { name: 'ready', detail: null } });
    const call = vector();
    await tick();
    gone?.();
    await expect(call).rejects.toMatchObject({ code: 'worker-died' });
    expect(crashes).toEqual(['worker-died']);
  });

  it('replaces a dead worker on the next call, loading the last model before the call goes out', async () => {
    await load();
    const places: Moved[] = [];
    client.onRunsOn((where) => places.push(where));
    latest().crash();
    const calls = [vector(), vector()];
    await tick();
    expect(workers).toHaveLength(2);
    expect(latest().told.map(({ type }) => type)).toEqual(['start', 'request']);
    expect(latest().asked('load')).toHaveLength(1);
    latest().answer('load', loaded);
    await tick();
    const ids = latest().asked('vector');
    expect(ids).toHaveLength(2);
    for (const id of ids) latest().say({ type: 'response', id, response: Float32Array.of(id) });
    await Promise.all(calls);
    expect(places).toEqual([{ seat: 'main', runsOn: loaded.runsOn }]);
  });

  it("gives a new worker handles that cannot be its predecessor's", async () => {
    await load();
    latest().crash();
    const call = vector();
    call.catch(() => undefined);
    await tick();
    const [first] = latest().told;
    expect(first?.type === 'start' && first.start.firstHandle > 1e6).toBe(true);
    client.dispose();
  });

  it('ignores what a dead worker still says', async () => {
    await load();
    const call = vector();
    await tick();
    const [old] = workers;
    old?.crash();
    await expect(call).rejects.toMatchObject({ code: 'worker-died' });
    old?.answer('vector', Float32Array.of(1));
    old?.say({ type: 'event', event: { name: 'device-lost', detail: { reason: '' } } });
    expect(crashes).toEqual(['worker-died']);
  });

  it('goes on with WASM, saying why, when the graphics device is lost', async () => {
    await load();
    const places: Moved[] = [];
    client.onRunsOn((where) => places.push(where));
    latest().say({ type: 'event', event: { name: 'device-lost', detail: { reason: 'unplugged' } } });
    expect(crashes).toEqual(['device-lost']);
    const call = vector();
    await tick();
    const [, request] = latest().told;
    expect(request).toMatchObject({ name: 'load', request: { ...loadRequest, device: 'wasm' } });
    latest().answer('load', loaded);
    await tick();
    latest().answer('vector', new Float32Array(1));
    await call;
    expect(places[0]?.runsOn.notice).toMatch(/graphics device was lost/);
  });

  it('starts afresh after the runtime could not be loaded, which it never forgets', async () => {
    const loading = client.call('load', loadRequest);
    await tick();
    const id = latest().asked('load')[0] ?? 0;
    const error = { code: 'runtime-missing', sentence: '', remedy: '' } as const;
    latest().say({ type: 'error', id, error });
    await expect(loading).rejects.toMatchObject({ code: 'runtime-missing' });
    await load();
    expect(workers).toHaveLength(2);
    expect(crashes).toEqual([]);
  });

  describe('with a model beside', () => {
    const besideRequest: LoadRequest = { ...loadRequest, seat: 'beside' };
    const exploreWith = (seat: Seat) =>
      client.call('explore', { sentences: [], specials: 'include', seat, seed: 1, pairs: 1, columns: [] });
    const asks = () =>
      latest().told.flatMap((message) => (message.type === 'request' ? [message.request] : []));
    beforeEach(async () => {
      await load();
      const loading = client.call('load', besideRequest);
      await tick();
      latest().answer('load', loaded);
      await loading;
    });

    it('loads again only the model that a call runs on', async () => {
      latest().crash();
      void exploreWith('beside').catch(() => undefined);
      await tick();
      expect(asks()).toEqual([besideRequest]);
      void vector().catch(() => undefined);
      await tick();
      expect(asks()).toEqual([besideRequest, loadRequest]);
    });

    it('loads both again for what is asked of both, and says of each where it runs', async () => {
      const places: Moved[] = [];
      client.onRunsOn((where) => places.push(where));
      latest().crash();
      void client.call('difference', { sentences: [], specials: 'include' }).catch(() => undefined);
      await tick();
      latest().answer('load', loaded);
      await tick();
      latest().answer('load', loaded);
      await tick();
      expect(asks().slice(0, 2)).toEqual([loadRequest, besideRequest]);
      expect(latest().asked('difference')).toHaveLength(1);
      expect(places.map(({ seat }) => seat)).toEqual(['main', 'beside']);
    });

    it('brings neither back on a graphics device that was lost', async () => {
      latest().say({ type: 'event', event: { name: 'device-lost', detail: { reason: '' } } });
      void exploreWith('beside').catch(() => undefined);
      await tick();
      expect(asks()).toEqual([{ ...besideRequest, device: 'wasm' }]);
    });

    it('never brings back one that was put away', async () => {
      void client.call('unload', { seat: 'beside' }).catch(() => undefined);
      await tick();
      latest().crash();
      void exploreWith('beside').catch(() => undefined);
      await tick();
      expect(latest().asked('load')).toEqual([]);
      expect(latest().asked('explore')).toHaveLength(1);
    });
  });

  it('tries the reload again after one that failed', async () => {
    await load();
    latest().crash();
    const first = vector();
    await tick();
    const id = latest().asked('load')[0] ?? 0;
    latest().say({ type: 'error', id, error: { code: 'download', sentence: '', remedy: '' } });
    await expect(first).rejects.toMatchObject({ code: 'download' });
    const second = vector();
    await tick();
    latest().answer('load', loaded);
    await tick();
    latest().answer('vector', Float32Array.of(1));
    await second;
    expect(workers).toHaveLength(2);
  });

  it('sends nothing for a call that was cancelled before it began', async () => {
    await expect(vector({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(workers).toHaveLength(0);
  });

  it('says that there is no Worker where the browser has none', async () => {
    const without = createClient({
      base: 'http://here/',
      spawn: () => {
        throw new ReferenceError('Worker is not defined');
      },
    });
    await expect(without.call('load', loadRequest)).rejects.toMatchObject({ code: 'no-worker' });
  });
});
