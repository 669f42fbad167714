import { expect, test } from 'vitest';
import { exploration, held } from '../../store/testing.ts';
import { meansAfter, meansLine, randomLine } from './similarity-means.ts';

const request = { sentences: ['a', 'b'], specials: 'include', seed: 1, pairs: 1, columns: [] } as const;
/** Two words, (1, 0, 0, -4) and (0, 1, 0, -4). */
const matrix = {
  exploration: exploration(request),
  mode: 'words',
  items: [0, 1],
  held: held(2, [0, 1, 2, 3]),
} as const;

test('the means of random cuts are those of the pairs with the dimensions zeroed', () => {
  const after = meansAfter(matrix, 1);
  const { columns } = matrix.held;
  expect([...after(columns, [2])]).toEqual([16 / 17, NaN]);
  expect([...after(columns, [0])]).toEqual([16 / Math.sqrt(16 * 17), NaN]);
  expect([...after(columns, [3])]).toEqual([0, NaN]);
});

test('random cuts are told with their range, groups without a pair left out', () => {
  const of = (value: number) => Float64Array.of(value, NaN);
  const range = { mean: of(0.94), low: of(0.93), high: of(0.97) };
  const band = { on: true, draws: 20, range, lacks: undefined };
  expect(randomLine('words', band)).toBe('With 20 random cuts instead: different words .940 (.930 to .970).');
  const before = Float64Array.of(1, 0.94, 0.94, 1);
  expect(meansLine({ matrix, before, after: undefined })).toBe('Mean cosine: different words .94.');
});

test('where there is no range it is said why', () => {
  const lacks = 'Random cuts are drawn beside a cut: switch a dimension.';
  expect(randomLine('words', { on: true, draws: 20, range: undefined, lacks })).toBe(lacks);
});
