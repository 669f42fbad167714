import { expect, test } from 'vitest';
import { createAppStore } from '../store.ts';
import { exploration } from '../testing.ts';
import { selectTreatment } from '../treatments.ts';
import { minimaByLayer } from './drawn-side.ts';
import { selectExtremesLeft } from './drawn.ts';

const request = { sentences: ['a b'], specials: 'include', seed: 1, pairs: 1, columns: [] } as const;
const before = { exploration: exploration(request), answers: request, model: undefined };

test('of a cut after the network, a vector whose minimum is cut passes to the next', () => {
  const state = createAppStore({ before, cut: [3] }).getState();
  const left = selectExtremesLeft(state, 'min');
  expect(left?.map(({ counts }) => [...counts])).toEqual([
    [0, 8, 0, 0],
    [0, 8, 0, 0],
  ]);
});

test('without a cut there is nothing left to tell', () => {
  expect(selectExtremesLeft(createAppStore({ before }).getState(), 'min')).toBeUndefined();
});

test('of a cut inside, it is the same object as long as nothing changes, whoever else asks of the whole text', () => {
  const asked = createAppStore({ before, cut: [3], where: 'inside' }).getState();
  const inside = { ...before, exploration: exploration(request, 2), treatment: selectTreatment(asked) };
  const state = { ...asked, inside };
  const left = selectExtremesLeft(state, 'min');
  expect(left).toBeDefined();
  minimaByLayer(before.exploration);
  expect(selectExtremesLeft(state, 'min')).toBe(left);
});
