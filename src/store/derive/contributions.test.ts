import { expect, test } from 'vitest';
import { createAppStore } from '../store.ts';
import { exploration, held } from '../testing.ts';
import { selectContributions } from './contributions.ts';
import { selectCutAt } from './drawn.ts';

const request = {
  sentences: ['a', 'b'],
  specials: 'include',
  seed: 1,
  pairs: 1,
  columns: [],
} as const;

/** The one pair (1, 0, 0, -4) . (0, 1, 0, -4) / 17, all of it dimension 3's. */
function opened(columns: readonly number[]) {
  const whole = {
    ...exploration(request),
    contribution: Float64Array.of(0, 0, 0, 16 / 17, 0, 0, 0, 16 / 17),
    pairs: held(1, columns),
  };
  const before = { exploration: whole, answers: request, model: undefined };
  return createAppStore({ before, layer: 1 });
}

const afterOf = (store: ReturnType<typeof opened>, dim: number) =>
  selectContributions(store.getState())?.find((item) => item.dim === dim)?.after;

test('without a cut nothing is after it', () => {
  expect(selectContributions(opened([3]).getState())?.[0]).toEqual({
    dim: 3,
    before: 16 / 17,
    share: 1,
    after: undefined,
  });
});

test('a dimension left whole brings more, over the shorter norms', () => {
  const store = opened([0, 3]);
  store.actions.toggleCut(0);
  expect(afterOf(store, 0)).toBe(0);
  // one of the two vectors loses its 1: 16 / sqrt(16 * 17)
  expect(afterOf(store, 3)).toBeCloseTo(16 / Math.sqrt(16 * 17), 12);
  expect(afterOf(store, 2)).toBeUndefined();
});

test('nothing is said of a cut whose columns have not come', () => {
  const store = opened([3]);
  store.actions.toggleCut(0);
  expect(afterOf(store, 3)).toBeUndefined();
});

test('the embeddings stay whole when the cut is inside the network', () => {
  const store = opened([3]);
  store.actions.toggleCut(3);
  expect([...selectCutAt(store.getState(), 0)]).toEqual([3]);
  store.actions.setWhere('inside');
  expect([...selectCutAt(store.getState(), 0)]).toEqual([]);
  expect([...selectCutAt(store.getState(), 1)]).toEqual([3]);
});
