import { expect, test } from 'vitest';
import type { State } from '../../store/state.ts';
import { selectGuide } from '../../store/derive/guide.ts';
import { createAppStore } from '../../store/store.ts';
import { MODEL, exploration, held } from '../../store/testing.ts';
import { suggestionOf } from './suggestion.ts';

const request = { sentences: ['a b'], specials: 'include', seed: 1, pairs: 1, columns: [] } as const;

/** A page on which dimension 3 is a tail. */
function page(start: Partial<State> = {}) {
  const shown = { ...exploration(request), pairs: held(1, [0, 1, 2, 3]) };
  const store = createAppStore({
    typed: 'a b',
    model: { kind: 'ready', model: MODEL, runsOn: MODEL.runsOn },
    before: { exploration: shown, answers: request, model: MODEL },
    ...start,
  });
  return { store, suggested: () => suggestionOf(selectGuide(store.getState()), store.actions) };
}

test('each suggestion leads to the next: cut, compare, cut again', () => {
  const { store, suggested } = page();
  expect(suggested()?.label).toBe('Cut 3');
  suggested()?.act();
  expect(store.getState().cut).toEqual([3]);
  expect(suggested()?.label).toBe('Compare with a random dimension');
  suggested()?.act();
  expect(store.getState().control).toBe(true);
  expect(suggested()?.label).toBe('Cut 3');
  suggested()?.act();
  expect(store.getState()).toMatchObject({ cut: [3], control: false });
});

test('a control with nothing switched suggests the strongest tail', () => {
  const { store, suggested } = page({ control: true });
  expect(suggested()?.label).toBe('Cut 3');
  suggested()?.act();
  expect(store.getState()).toMatchObject({ cut: [3], control: false });
});

test('no text suggests the example, and a file is put away for it', () => {
  const file = { name: 'empty.txt', sha256: 'ab', content: [' '] };
  const { store, suggested } = page({ typed: '', file });
  expect(suggested()?.label).toBe('Use the example');
  suggested()?.act();
  expect(store.getState().file).toBeUndefined();
  expect(store.getState().typed).toMatch(/^The spring/);
});

test('no tail suggests the example with the thresholds it has tails by', () => {
  const { store, suggested } = page({ rule: { share: 1, z: 20 } });
  store.setState({ typed: 'a b' });
  const noTails = suggestionOf({ kind: 'no-tails' }, store.actions);
  noTails?.act();
  expect(store.getState().rule).not.toEqual({ share: 1, z: 20 });
  expect(suggested()?.label).toBe('Cut 3');
});

test('a cut inside without a model suggests the one that needs none', () => {
  const { store, suggested } = page({ cut: [3], where: 'inside', model: { kind: 'idle' } });
  suggested()?.act();
  expect(store.getState().where).toBe('after');
  expect(selectGuide(store.getState()).kind).toBe('cut');
});
