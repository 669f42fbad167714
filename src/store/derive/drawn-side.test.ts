import { expect, test } from 'vitest';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import type { Against, State } from '../state.ts';
import { createAppStore } from '../store.ts';
import { exploration, held } from '../testing.ts';
import { selectBase } from '../treatments.ts';
import { selectContributions, selectContributionWhole } from './contributions.ts';
import { selectZAfter } from './drawn.ts';
import {
  meansOf,
  minimaOf,
  selectBaseTreated,
  selectDrawnBase,
  selectDrawnTreated,
  zByLayer,
  zOf,
  type DrawnSide,
} from './drawn-side.ts';

const request = { sentences: ['a', 'b'], specials: 'include', seed: 1, pairs: 1, columns: [] } as const;
const whole = {
  ...exploration(request),
  contribution: Float64Array.of(0, 0, 0, 16 / 17, 0, 0, 0, 16 / 17),
  pairs: held(1, [0, 1, 2, 3]),
};
const before = { exploration: whole, answers: request, model: undefined };
const standardize: Against = { cut: false, where: undefined, remedy: { kind: 'standardize' } };
const alsoCut: Against = { cut: true, where: 'after', remedy: undefined };

const opened = (given: Partial<State>): State =>
  createAppStore({ before, layer: 1, view: 'explore', ...given }).getState();

const baseOf = (state: State) => selectDrawnBase(state) ?? expect.fail();
const run = (treatment: Treatment) => ({ ...before, exploration: exploration(request, 2), treatment });

test('until its run has come what stands before is not treated, and then it is', () => {
  const awaited = opened({ against: standardize });
  expect(selectBaseTreated(awaited)).toBe(false);
  expect(selectBaseTreated({ ...awaited, based: run(selectBase(awaited)) })).toBe(true);
  expect(selectBaseTreated(opened({ cut: [3], against: alsoCut }))).toBe(true);
});

test('as long as the run of what stands before has not come, the vectors are drawn as they are', () => {
  const state = opened({ against: standardize });
  expect(baseOf(state).exploration).toBe(whole);
  expect(baseOf(state).treatment.remedy).toBeUndefined();
});

test('a remedy that stands before leaves no mean, and the vectors as they are stand after', () => {
  const asked = opened({ against: standardize });
  const state = { ...asked, based: run(selectBase(asked)) };
  expect(baseOf(state).exploration).toBe(state.based.exploration);
  expect([...(meansOf(baseOf(state))[1] ?? [])]).toEqual([0, 0, 0, 0]);
  expect([...zOf(baseOf(state))]).toEqual(Array(8).fill(0));
  expect(selectZAfter(state)).toBe(zByLayer(whole));
});

test('a cut after the network that stands before is told by the vectors as they are', () => {
  const state = opened({ cut: [3], against: alsoCut });
  expect([...(meansOf(baseOf(state))[1] ?? [])].map((mean) => Math.round(mean * 10))).toEqual([0, 1, -1, 0]);
  expect([...(minimaOf(baseOf(state))[1]?.counts ?? [])]).toEqual([0, 16, 0, 0]);
  // the same is done after it
  expect(selectZAfter(state)).toBeUndefined();
});

test('two cuts of different dimensions are each told by the vectors as they are', () => {
  const state = opened({ cut: [3], against: alsoCut, againstCut: [1] });
  const meansAt = (side: DrawnSide | undefined) =>
    [...((side && meansOf(side)[1]) ?? [])].map((mean) => mean === 0);
  expect(meansAt(baseOf(state))).toEqual([true, true, false, false]);
  expect(meansAt(selectDrawnTreated(state))).toEqual([true, false, false, true]);
});

test('contributions are of what stands before, too: with 3 cut, nothing is left of the one pair', () => {
  const state = opened({ cut: [3], against: alsoCut });
  expect(selectContributionWhole(state)).toBeCloseTo(0, 12);
  const three = selectContributions(state)?.find(({ dim }) => dim === 3);
  expect(three).toEqual({ dim: 3, before: 0, share: undefined, after: undefined });
});
