import { expect, test } from 'vitest';
import { zOfMean } from './z-of-mean.ts';

test('divides by the standard deviation of a sample', () => {
  const [first] = zOfMean(Float64Array.of(1, 2, 3));
  expect(first).toBe(-1);
});

test.each([
  ['zero', new Float64Array(7)],
  ['equal', new Float64Array(384).fill(0.1)],
  ['one dimension', Float64Array.of(3)],
])('is zero everywhere when the mean is flat: %s', (_, mean) => {
  expect([...zOfMean(mean)].every((z) => z === 0)).toBe(true);
});

test('of one outlier among n dimensions is (n - 1) / sqrt(n), the most there can be', () => {
  const mean = new Float64Array(384);
  mean[223] = -20;
  expect(zOfMean(mean)[223]).toBeCloseTo(-383 / Math.sqrt(384), 10);
});

test('is zero everywhere when every mean is nothing beside the vectors, and only then', () => {
  const mean = new Float64Array(384).fill(1e-8);
  mean[223] = -2e-5;
  const square = new Float64Array(384).fill(0.09);
  expect(zOfMean(mean)[223]).toBeLessThan(-8);
  expect([...zOfMean(mean, square)].every((z) => z === 0)).toBe(true);
  mean[223] = -4e-5;
  expect(zOfMean(mean, square)[223]).toBeLessThan(-8);
});
