import { expect, test } from 'vitest';
import { matrixMeans } from './matrix-means.ts';
import { pairMeans } from './pair-means.ts';

test('is the mean within groups and across, layer by layer', () => {
  const { same, different } = pairMeans([1, 0.5, 0.25, 0, 0.5, 0.75], [true, false, false]);
  expect(Array.from(same)).toEqual([1, 0]);
  expect(Array.from(different)).toEqual([0.375, 0.625]);
});

test('is what the matrix of the same pairs gives', () => {
  const [ab, ac, bc] = [0.1, 0.4, 0.6];
  const matrix = [1, ab, ac, ab, 1, bc, ac, bc, 1];
  const { same, different } = pairMeans([ab, ac, bc], [true, false, false]);
  expect({ same: same[0], different: different[0] }).toEqual(matrixMeans(matrix, ['x', 'x', 'y']));
});

test('has no mean without such a pair, and no layer without any', () => {
  expect(pairMeans([0.5], [true]).different).toEqual(Float64Array.of(NaN));
  expect(pairMeans([], []).same).toHaveLength(0);
});
