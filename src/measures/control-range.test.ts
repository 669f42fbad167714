import { expect, test } from 'vitest';
import { controlRange } from './control-range.ts';

test('of each layer the mean, the lowest and the highest over all draws', () => {
  const { mean, low, high } = controlRange([Float64Array.of(1, 5), Float64Array.of(3, 2), [2, 2]]);
  expect(Array.from(mean)).toEqual([2, 3]);
  expect(Array.from(low)).toEqual([1, 2]);
  expect(Array.from(high)).toEqual([3, 5]);
});

test('a draw without a figure leaves none for its layer', () => {
  const { mean, low, high } = controlRange([
    [1, NaN],
    [3, 4],
  ]);
  expect([mean[1], low[1], high[1]]).toEqual([NaN, NaN, NaN]);
  expect(mean[0]).toBe(2);
});

test('no draws, no layers', () => {
  expect(controlRange([]).mean).toHaveLength(0);
});
