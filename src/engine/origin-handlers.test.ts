import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PositionMove } from '../protocol/experiments/positions.ts';
import { Engine } from './engine.ts';
import { HeldEncoder } from './held-encoder.ts';
import { loadModel, type NodeModel } from './node/index.ts';
import { originHandlers } from './origin-handlers.ts';
import { SessionQueue } from './session-queue.ts';
import { FakeModel } from './testing/fake-model.ts';

const context = () => ({
  priority: 'batch' as const,
  signal: new AbortController().signal,
  onProgress: () => undefined,
});

test('dimensions are followed in the model that is loaded in the seat', async () => {
  const engine = new Engine(new SessionQueue());
  await engine.use(new FakeModel());
  await engine.use(new FakeModel(64, -20), 'beside');
  const { positions } = originHandlers(engine, new HeldEncoder());
  const request = {
    sentences: ['3 4 5', '6 4'],
    specials: 'include',
    dims: [3],
    move: { kind: 'as-they-are' },
  } as const;
  const meanOf = async (seat: 'main' | 'beside' | undefined): Promise<number | undefined> => {
    const { followed } = await positions({ ...request, ...(seat && { seat }) }, context());
    return followed[0]?.mean[1];
  };
  expect([await meanOf(undefined), await meanOf('main'), await meanOf('beside')]).toEqual([-10, -10, -20]);
});

let models: readonly NodeModel[];
beforeAll(async () => {
  const folder = (name: string) => fileURLToPath(new URL(`../graph/fixtures/${name}/`, import.meta.url));
  models = await Promise.all(
    ['bert-f32', 'distilbert'].map((name) => loadModel(folder(name), { threads: 1 })),
  );
});
afterAll(async () => {
  for (const model of models) await model.encoder.release();
});

test('a life is that of the model in the seat, told the positions that are asked for', async () => {
  const engine = new Engine(new SessionQueue());
  const [main = expect.fail(), beside = expect.fail()] = models;
  await engine.use(main);
  await engine.use(beside, 'beside');
  const { life } = originHandlers(engine, new HeldEncoder());
  const meanOf = async (seat: 'main' | 'beside', move?: PositionMove) => {
    const request = { sentences: ['The dog barked.'], specials: 'include', dims: [1], tokens: 0 } as const;
    return life({ ...request, seat, ...(move && { move }) }, context());
  };
  const whole = await meanOf('beside');
  // DistilBERT has no table of segments
  expect(whole.segments).toBe(false);
  expect((await meanOf('main')).segments).toBe(true);
  const told = await meanOf('beside', { kind: 'zero' });
  // the second term of the embeddings is that of positions
  expect(whole.mean[1]).not.toBe(0);
  expect(told.mean[1]).toBeCloseTo(0, 12);
  expect(told.largestError).toBeLessThan(1e-4);
});
