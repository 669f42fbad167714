import { describe, expect, test } from 'vitest';
import { createAppStore } from './store.ts';
import { isPlain, selectBase, selectTreatment, selectTreats, takesRemedies } from './treatments.ts';
import { selectColumnsWanted } from './wanted.ts';

const against = (where: 'after' | 'inside' | undefined) => ({ cut: true, where, remedy: undefined });

describe('what is compared', () => {
  test('may be a cut inside the network against the same cut after it', () => {
    const store = createAppStore({ cut: [3], where: 'after', against: against('inside') });
    expect(selectBase(store.getState())).toEqual({ cut: [3], where: 'inside' });
    expect(selectTreatment(store.getState())).toEqual({ cut: [3], where: 'after' });
    expect(selectTreats(store.getState())).toBe(true);
  });

  test('is cut where the switches cut as long as nothing else is said, and then there is nothing to compare', () => {
    const store = createAppStore({ cut: [3], where: 'inside', against: against(undefined) });
    expect(selectBase(store.getState())).toEqual({ cut: [3], where: 'inside' });
    expect(selectTreats(store.getState())).toBe(false);
    store.actions.setWhere('after');
    expect(selectBase(store.getState()).where).toBe('after');
  });

  test('may be two cuts of different dimensions, and the columns of both are wanted', () => {
    const store = createAppStore({ view: 'explore', cut: [3] });
    store.actions.setAgainstCut([7, 1, 7]);
    expect(selectBase(store.getState())).toEqual({ cut: [1, 7], where: 'after' });
    expect(selectTreatment(store.getState())).toEqual({ cut: [3], where: 'after' });
    expect(selectTreats(store.getState())).toBe(true);
    expect(isPlain(store.getState())).toBe(false);
    expect(selectColumnsWanted(store.getState())).toEqual([3, 1, 7]);
    store.actions.setAgainstCut('same');
    expect(selectBase(store.getState()).cut).toEqual([3]);
  });

  test('forgets the dimensions before with the cut before, and with the model that has them', () => {
    const own = { cut: [3], against: against('inside'), againstCut: [1] };
    const store = createAppStore(own);
    store.actions.setAgainstCut('none');
    expect(store.getState().against).toEqual({ cut: false, where: undefined, remedy: undefined });
    expect(store.getState().againstCut).toBeUndefined();
    const other = createAppStore(own);
    other.actions.chooseBundled('another');
    expect(selectBase(other.getState()).cut).toEqual([]);
  });

  test.each(['paper', 'origins', 'predict', 'compare'] as const)('is the cut alone in %s', (view) => {
    const remedy = { kind: 'whiten' } as const;
    const store = createAppStore({ view, cut: [3], remedy, against: { ...against('inside'), remedy } });
    expect(takesRemedies(store.getState())).toBe(false);
    expect(selectTreatment(store.getState())).toEqual({ cut: [3], where: 'after' });
    expect(selectBase(store.getState()).cut).toEqual([]);
  });
});
