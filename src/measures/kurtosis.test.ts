import { expect, test } from 'vitest';
import { kurtosis } from './kurtosis.ts';

test('is 1 when every dimension has the same energy, none included', () => {
  expect(kurtosis(new Float64Array(5).fill(0.25))).toBeCloseTo(1, 12);
  expect(kurtosis(new Float64Array(5))).toBe(1);
});

test('is the number of dimensions when one has all the energy', () => {
  expect(kurtosis(Float64Array.of(0, 9, 0, 0))).toBe(4);
});
