import { expect, test } from 'vitest';
import { TailscopeError } from '../../core/error.ts';
import type { State } from '../state.ts';
import { createAppStore } from '../store.ts';
import { MODEL, exploration } from '../testing.ts';
import { selectCutAwaits } from './cut-awaits.ts';
import { selectGuide } from './guide.ts';

const request = { sentences: ['a b'], specials: 'include', seed: 1, pairs: 1, columns: [] } as const;
const ready = { kind: 'ready', model: MODEL, runsOn: MODEL.runsOn } as const;

function on(start: Partial<State>): State {
  return createAppStore({
    typed: 'a b',
    model: ready,
    before: { exploration: exploration(request), answers: request, model: MODEL },
    ...start,
  }).getState();
}

const error = TailscopeError.of('worker-died');

test.each<[string, Partial<State>, ReturnType<typeof selectCutAwaits>]>([
  ['nothing is cut', {}, undefined],
  ['its columns are there', { cut: [3] }, undefined],
  ['the network runs with it', { cut: [3], where: 'inside' }, 'answer'],
  [
    'the model is on its way',
    { cut: [3], where: 'inside', model: { kind: 'loading', progress: undefined } },
    'model',
  ],
  ['there is no model', { cut: [3], where: 'inside', model: { kind: 'failed', error } }, 'no-model'],
  ['its run failed', { cut: [3], where: 'inside', failure: error }, 'failed'],
])('a cut, where %s, waits for what it says', (_, start, awaits) => {
  expect(selectCutAwaits(on(start))).toBe(awaits);
});

test('the guide promises no computation where there is no model to compute', () => {
  const guide = selectGuide(on({ cut: [3], where: 'inside', model: { kind: 'failed', error } }));
  expect(guide).toEqual({ kind: 'waiting', cut: [3], awaits: 'no-model', inside: true });
});
