import { describe, expect, test } from 'vitest';
import { INITIAL_LINK_STATE } from './keys.ts';
import { withKnownModel } from './known-model.ts';

const small = { id: 'small', name: 'Small', layers: 1, dims: 4, bytes: 9, sha256: 'ab', card: 'card.json' };
const named = (id: string, rest = {}) => ({
  ...INITIAL_LINK_STATE,
  modelAsked: { kind: 'bundled' as const, id },
  ...rest,
});

describe('a link to a bundled model', () => {
  test('that is there stays as it is', () => {
    const link = named('small', { cut: [3] });
    expect(withKnownModel(link, [small])).toEqual({ state: link, notice: undefined });
  });

  test('that is not there opens the default, without choices that mean nothing in it, and names both', () => {
    const { state, notice } = withKnownModel(named('gpt5', { cut: [81], typed: 'Mine.' }), [small]);
    expect(state).toEqual({ ...INITIAL_LINK_STATE, typed: 'Mine.' });
    expect(notice).toMatch(/not here: gpt5\. The page shows Small instead, and leaves out .* the cut/);
  });

  test('that is not there and chooses nothing else tells of nothing left out', () => {
    expect(withKnownModel(named('gpt5'), [small]).notice).toMatch(/shows Small instead\.$/);
  });

  test('stays where the list of models could not be read', () => {
    expect(withKnownModel(named('gpt5'), []).state).toEqual(named('gpt5'));
  });

  test('beside another opens without it where it is not there, and says so of each', () => {
    const besideAsked = { kind: 'bundled' as const, id: 'gpt6' };
    const { state, notice } = withKnownModel(named('small', { besideAsked, cut: [3] }), [small]);
    expect(state).toEqual(named('small', { cut: [3] }));
    expect(notice).toMatch(/second model that is not here: gpt6/);
    expect(withKnownModel(named('gpt5', { besideAsked }), [small]).notice).toMatch(/gpt5.*gpt6/);
    const there = named('small', { besideAsked: { kind: 'bundled' as const, id: 'small' } });
    expect(withKnownModel(there, [small])).toEqual({ state: there, notice: undefined });
  });
});
