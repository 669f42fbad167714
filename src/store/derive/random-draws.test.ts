import { expect, test } from 'vitest';
import { controlDraws } from '../../measures/control-draws.ts';
import type { State } from '../state.ts';
import { createAppStore } from '../store.ts';
import { exploration } from '../testing.ts';
import { selectDrawnDims, selectRandomDraws } from './random-draws.ts';

const request = { sentences: ['a b'], specials: 'include', seed: 7, pairs: 1, columns: [] } as const;
const before = { exploration: exploration(request), answers: request, model: undefined };
const opened = (state: Partial<State>) => createAppStore({ before, randomBand: true, ...state });

test('the draws are those of the command, by the seed of what is on screen', () => {
  const state = opened({ cut: [3] }).getState();
  expect(selectRandomDraws(state)).toEqual(controlDraws(4, [3], 7));
  expect(new Set(selectDrawnDims(state))).toEqual(new Set([0, 1, 2]));
});

test('a switch put back finds the very draws it had', () => {
  const store = opened({ cut: [3] });
  const first = selectRandomDraws(store.getState());
  store.actions.toggleCut(1);
  expect(selectRandomDraws(store.getState())).not.toBe(first);
  store.actions.toggleCut(1);
  expect(selectRandomDraws(store.getState())).toBe(first);
});

test.each<[string, Partial<State>]>([
  ['it is not asked for', { cut: [3], randomBand: false }],
  ['another view is open', { cut: [3], view: 'words' }],
  ['nothing is cut', { cut: [] }],
  ['no other dimension is left', { cut: [0, 1, 2, 3] }],
  ['what is cut is not there', { cut: [4] }],
  ['it is cut inside the network', { cut: [3], where: 'inside' }],
  ['a remedy stands beside the cut', { cut: [3], remedy: { kind: 'whiten' } }],
])('there are none where %s', (_, state) => {
  expect(selectRandomDraws(opened(state).getState())).toBeUndefined();
});
