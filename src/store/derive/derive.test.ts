import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAppStore } from '../store.ts';
import { exploration } from '../testing.ts';
import { randomDimensions, selectEffectiveCut } from './effective-cut.ts';
import { repeatedWords } from './matrix-items.ts';

describe('randomDimensions', () => {
  test('are different, ascending, none of those left out, and the same for a seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 99 }), (count, seed) => {
        const except = new Set([3, 5]);
        const drawn = randomDimensions(count, 30, except, seed);
        expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
        expect(drawn).toHaveLength(count);
        expect(drawn.some((dim) => except.has(dim) || dim >= 30)).toBe(false);
        expect(randomDimensions(count, 30, except, seed)).toEqual(drawn);
      }),
    );
  });

  test('are as many as there are, where more are asked for', () => {
    expect(randomDimensions(9, 4, new Set([0]), 1)).toEqual([1, 2, 3]);
  });
});

test('the control cuts as many dimensions as are switched, and none of them', () => {
  const request = { sentences: ['a b'], specials: 'include', seed: 1, pairs: 1, columns: [] } as const;
  const store = createAppStore({
    before: {
      exploration: { ...exploration(request), dims: 4 },
      answers: request,
      model: undefined,
    },
    cut: [1],
    control: true,
  });
  const drawn = selectEffectiveCut(store.getState());
  expect(drawn).toHaveLength(1);
  expect(drawn).not.toContain(1);
  expect(selectEffectiveCut(store.getState())).toBe(drawn);
});

describe('repeatedWords', () => {
  const of = (lines: readonly (readonly string[])[]) => {
    const request = { sentences: [], specials: 'include', seed: 1, pairs: 1, columns: [] } as const;
    const text = lines.flat();
    const sentence = Uint32Array.from(lines.flatMap((line, i) => line.map(() => i)));
    const continues = Uint8Array.from(text, (token) => (token.startsWith('##') ? 1 : 0));
    const kind = new Uint8Array(text.length);
    const base = exploration(request);
    return repeatedWords({ ...base, tokens: { ...base.tokens, text, sentence, continues, kind } }).items;
  };

  test('stand side by side, once for each sentence', () => {
    expect(of([['match', 'rain', 'match'], ['a', 'match'], ['rain']])).toEqual([0, 4, 1, 5]);
  });

  test('stay few where every line repeats the same: some places of each, spread over the lines', () => {
    const lines = Array.from({ length: 30 }, () => ['number', 'the', 'bank', 'and', 'river', 'about']);
    const items = of(lines);
    expect(items).toHaveLength(8);
    expect(new Set(items.map((i) => lines.flat()[i]))).toEqual(new Set(['number', 'bank', 'river']));
    expect([items[0], items[2]]).toEqual([0, 29 * 6]);
  });

  test('are words of grammar only where no other comes back', () => {
    expect(of([['the'], ['the']])).toEqual([0, 1]);
  });

  test('are whole words of three letters and more', () => {
    expect(
      of([
        ['my', '!!!', 'flood', '##s'],
        ['my', '!!!', 'flood'],
      ]),
    ).toEqual([]);
  });
});
