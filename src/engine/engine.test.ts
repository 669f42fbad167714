import { beforeEach, describe, expect, it } from 'vitest';
import type { ExploreRequest } from '../protocol/exploration.ts';
import { Engine } from './engine.ts';
import { SessionQueue } from './session-queue.ts';
import { FakeModel } from './testing/fake-model.ts';

const context = (signal = new AbortController().signal, priority: 'live' | 'batch' = 'live') => ({
  signal,
  priority,
  onProgress: () => undefined,
});

const ask = (...sentences: string[]): ExploreRequest => ({
  sentences,
  specials: 'include',
  seed: 1,
  pairs: 10,
  columns: [],
});

describe('the engine', () => {
  let engine: Engine;
  let model: FakeModel;
  beforeEach(async () => {
    engine = new Engine(new SessionQueue(() => new Promise((resolve) => setTimeout(resolve, 0))), {
      firstHandle: 100,
    });
    model = new FakeModel();
    await engine.use(model);
  });

  it('says that there is no model before there is one', async () => {
    const empty = new Engine(new SessionQueue());
    await expect(empty.explore(ask('3'), context())).rejects.toMatchObject({ code: 'no-model' });
  });

  it('never asks the session for two batches at once', async () => {
    const long = Array.from({ length: 30 }, () => '3 '.repeat(60));
    await Promise.all([
      engine.explore(ask(...long), context(undefined, 'batch')),
      engine.explore(ask('4'), context()),
      engine.explore(ask('5'), context()),
    ]);
    expect(model.overlap).toBe(1);
  });

  it("gives a token's vectors in every layer", async () => {
    const { handle } = await engine.explore(ask('7 8'), context());
    expect(handle).toBe(100);
    const vector = await engine.vector({ exploration: handle, token: 2 });
    expect([...vector]).toEqual([8, 2, 0, -10, 8, 2, 1, -10, 8, 2, 2, -10]);
    await expect(engine.vector({ exploration: handle, token: 4 })).rejects.toMatchObject({
      code: 'not-held',
    });
  });

  it('compares tokens, and sentences as the means of their tokens', async () => {
    const { handle } = await engine.explore(ask('7', '', '8'), context());
    const tokens = await engine.similarity({
      exploration: handle,
      of: 'tokens',
      items: [1, 4],
      columns: [0],
    });
    expect(tokens.sample.dots[0]).toBe(7 * 8 + 1 + 100);
    expect([...(tokens.columns.get(0) ?? [])]).toEqual([7, 8, 7, 8, 7, 8]);
    const request = { exploration: handle, of: 'sentences', items: [0, 2], columns: [] } as const;
    const sentences = await engine.similarity(request);
    expect(sentences.sample.dots[0]).toBeCloseTo(((1 + 7 + 2) / 3) * ((1 + 8 + 2) / 3) + 1 + 100, 4);
    await expect(engine.similarity({ ...request, items: [1] })).rejects.toMatchObject({ code: 'not-held' });
    await expect(engine.similarity({ ...request, items: Array<number>(81).fill(0) })).rejects.toMatchObject({
      code: 'too-many-items',
    });
  });

  it('fetches further columns of a sample by its handle', async () => {
    const { handle, pairs } = await engine.explore(ask('7', '8'), context());
    const columns = await engine.columns({ handle: pairs.handle, dims: [2] });
    expect(columns.get(2)).toHaveLength(pairs.sample.layers * pairs.sample.items);
    const request = { exploration: handle, of: 'tokens', items: [0, 1], columns: [] } as const;
    const { handle: matrix } = await engine.similarity(request);
    expect([...((await engine.columns({ handle: matrix, dims: [0] })).get(0) ?? [])]).toEqual([
      1, 7, 1, 7, 1, 7,
    ]);
    await expect(engine.columns({ handle: matrix, dims: [4] })).rejects.toMatchObject({ code: 'dimension' });
  });

  it('holds the last two explorations used, and says of others that they are gone', async () => {
    const first = await engine.explore(ask('3'), context());
    const second = await engine.explore(ask('4'), context());
    await engine.vector({ exploration: first.handle, token: 0 });
    await engine.explore(ask('7'), context());
    await engine.vector({ exploration: first.handle, token: 0 });
    await expect(engine.vector({ exploration: second.handle, token: 0 })).rejects.toMatchObject({
      code: 'stale',
    });
    await expect(engine.columns({ handle: second.pairs.handle, dims: [0] })).rejects.toMatchObject({
      code: 'stale',
    });
    await expect(
      engine.similarity({ exploration: 5, of: 'tokens', items: [], columns: [] }),
    ).rejects.toMatchObject({ code: 'stale' });
  });

  it('holds the whole run, and its matrix, however many cuts are tried inside the network', async () => {
    const whole = await engine.explore(ask('7 8', '9'), context());
    const request = { exploration: whole.handle, of: 'tokens', items: [0, 1], columns: [] } as const;
    const { handle: matrix } = await engine.similarity(request);
    for (let i = 0; i < 9; i++) {
      const inside = { dims: [i % 4], from: 1 } as const;
      const { handle } = await engine.explore({ ...ask('7 8', '9'), inside }, context());
      await engine.similarity({ ...request, exploration: handle });
    }
    await expect(engine.vector({ exploration: whole.handle, token: 0 })).resolves.toBeDefined();
    await expect(engine.columns({ handle: matrix, dims: [1] })).resolves.toBeDefined();
  });

  it('holds nothing of an exploration that nobody waits for any more', async () => {
    const shown = await engine.explore(ask('7'), context());
    for (let i = 0; i < 3; i++) {
      const controller = new AbortController();
      const pass = engine.explore(ask('8'), context(controller.signal));
      await Promise.resolve();
      controller.abort(new Error('superseded'));
      await expect(pass).rejects.toThrow('superseded');
    }
    await expect(engine.vector({ exploration: shown.handle, token: 0 })).resolves.toBeDefined();
  });

  it('keeps its own memory when an exploration is handed over', async () => {
    const exploration = await engine.explore(ask('7', '8'), context());
    structuredClone(exploration, {
      transfer: [exploration.tokens.sentence.buffer, exploration.mean.buffer] as ArrayBuffer[],
    });
    const request = { exploration: exploration.handle, of: 'sentences', items: [1], columns: [] } as const;
    await expect(engine.similarity(request)).resolves.toBeDefined();
  });

  it('lets go of the model it replaces, whose explorations stay answerable', async () => {
    const { handle } = await engine.explore(ask('7'), context());
    await engine.use(new FakeModel());
    expect(model.released).toBe(true);
    expect(await engine.vector({ exploration: handle, token: 1 })).toHaveLength(12);
  });

  it('explores with either of two models, one session call at a time over both', async () => {
    const calls = { running: 0, most: 0 };
    await engine.use(new FakeModel(64, -10, calls));
    const beside = new FakeModel(64, -9, calls);
    await engine.use(beside, 'beside');
    const long = Array.from({ length: 30 }, () => '3 '.repeat(60));
    const [main, other] = await Promise.all([
      engine.explore(ask(...long), context(undefined, 'batch')),
      engine.explore({ ...ask('7'), seat: 'beside' }, context()),
    ]);
    expect(other.request.seat).toBe('beside');
    expect((await engine.vector({ exploration: other.handle, token: 1 })).slice(0, 4)).toEqual(
      Float32Array.of(7, 1, 0, -9),
    );
    expect((await engine.vector({ exploration: main.handle, token: 1 })).at(3)).toBe(-10);
    expect([calls.most, beside.ran.length]).toEqual([1, 1]);
  });

  it('holds the explorations of one model however many are made with the other', async () => {
    await engine.use(new FakeModel(), 'beside');
    const { handle } = await engine.explore(ask('7'), context());
    for (let i = 0; i < 9; i++) await engine.explore({ ...ask('8'), seat: 'beside' }, context());
    await expect(engine.vector({ exploration: handle, token: 0 })).resolves.toBeDefined();
  });

  it('lets go of a model that is put away, and of its explorations alone', async () => {
    const beside = new FakeModel();
    await engine.use(beside, 'beside');
    expect(engine.loaded('beside')).toBe(beside.info);
    const main = await engine.explore(ask('7'), context());
    const other = await engine.explore({ ...ask('7'), seat: 'beside' }, context());
    await engine.leave('beside');
    expect([beside.released, model.released, engine.loaded('beside')]).toEqual([true, false, undefined]);
    await expect(engine.vector({ exploration: other.handle, token: 0 })).rejects.toMatchObject({
      code: 'stale',
    });
    await expect(engine.vector({ exploration: main.handle, token: 0 })).resolves.toBeDefined();
    await expect(engine.explore({ ...ask('7'), seat: 'beside' }, context())).rejects.toMatchObject({
      code: 'no-model-beside',
    });
  });

  describe('asked how far two models are apart', () => {
    const request = { sentences: ['7 8', '', '9'], specials: 'exclude' } as const;
    const apart = () => engine.difference(request, context());

    it('says it layer by layer, of the measured tokens', async () => {
      await engine.use(new FakeModel(64, -9), 'beside');
      const { sentences, tokens, layers } = await apart();
      expect([sentences, tokens, layers.length]).toEqual([2, 3, 3]);
      for (const { largest, mean, cosine } of layers) {
        expect([largest, mean]).toEqual([1, 1 / 4]);
        expect(cosine).toBeLessThan(1);
      }
    });

    it('says that there is no second model, or none that it can be held against', async () => {
      await expect(apart()).rejects.toMatchObject({ code: 'no-model-beside' });
      const { encoder, tokenizer, runtime, info, reopen } = new FakeModel();
      await engine.use({ encoder, tokenizer, runtime, reopen, info: { ...info, layers: 3 } }, 'beside');
      await expect(apart()).rejects.toThrow(/different layers/);
      await engine.use({ encoder, tokenizer, runtime, reopen, info: { ...info, dims: 8 } }, 'beside');
      await expect(apart()).rejects.toThrow(/different dimensions/);
      await engine.use(new FakeModel(3), 'beside');
      await expect(apart()).rejects.toThrow(/different tokens/);
    });
  });

  it('stops a pass between two batches when it is cancelled', async () => {
    const controller = new AbortController();
    const long = Array.from({ length: 60 }, () => '3 '.repeat(60));
    const pass = engine.explore(ask(...long), context(controller.signal, 'batch'));
    setTimeout(() => {
      controller.abort(new Error('enough'));
    }, 5);
    await expect(pass).rejects.toThrow('enough');
    expect(model.ran.length).toBeLessThan(8);
    await expect(engine.explore(ask('4'), context())).resolves.toBeDefined();
  });

  it('answers a long pass that was told to keep what it has with a random part of the text', async () => {
    const long = Array.from({ length: 120 }, (_, i) => `${10 + (i % 80)} `.repeat(1 + (i % 50)));
    const heard: number[] = [];
    const pass = engine.explore(ask(...long), {
      ...context(undefined, 'batch'),
      onProgress: ({ sentences }) => {
        heard.push(sentences);
        if (heard.length === 12) void engine.steer({ to: 'keep' });
      },
    });
    const { sentences, of, counted, pairs, pairsComplete, tokens, handle } = await pass;
    expect(sentences).toBe(heard.at(-1));
    expect(of).toBe(120);
    expect(sentences).toBeLessThan(of);
    // [CLS] of every sentence that was measured
    expect(counted[1]).toBe(sentences);
    expect(new Set(tokens.sentence).size).toBe(sentences);
    expect(pairsComplete).toBe(false);
    expect(pairs.sample.left.length).toBe(10);
    const whole = await engine.similarity({ exploration: handle, of: 'tokens', items: [0, 3], columns: [] });
    expect([...whole.sample.dots].every(Number.isFinite)).toBe(true);
    // the very same sentences again, as a cut inside the network needs them
    const again = await engine.explore({ ...ask(...long), most: sentences }, context(undefined, 'batch'));
    expect(again.sentences).toBe(sentences);
    expect(again.tokens).toEqual(tokens);
    expect(again.mean).toEqual((await engine.explore({ ...ask(...long), most: sentences }, context())).mean);
  });

  it('pauses a long pass and goes on with it, and answers live work meanwhile', async () => {
    const long = Array.from({ length: 200 }, () => '3 '.repeat(60));
    let done = 0;
    const pass = engine.explore(ask(...long), {
      ...context(undefined, 'batch'),
      onProgress: ({ sentences }) => {
        done = sentences;
      },
    });
    await engine.steer({ to: 'pause' });
    await engine.explore(ask('5'), context());
    const at = done;
    await engine.explore(ask('6'), context());
    expect(done).toBe(at);
    await engine.steer({ to: 'go-on' });
    expect((await pass).sentences).toBe(200);
  });
});
