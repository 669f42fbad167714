import { describe, expect, test } from 'vitest';
import { createAppStore } from './store.ts';
import { selectBase, selectTreatment, selectTreats, takesRemedies } from './treatments.ts';

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

  test.each(['paper', 'origins', 'predict', 'compare'] as const)('is the cut alone in %s', (view) => {
    const remedy = { kind: 'whiten' } as const;
    const store = createAppStore({ view, cut: [3], remedy, against: { ...against('inside'), remedy } });
    expect(takesRemedies(store.getState())).toBe(false);
    expect(selectTreatment(store.getState())).toEqual({ cut: [3], where: 'after' });
    expect(selectBase(store.getState()).cut).toEqual([]);
  });
});
