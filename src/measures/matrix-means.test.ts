import { expect, test } from 'vitest';
import { matrixMeans } from './matrix-means.ts';

test('means are taken over pairs of the same word and over pairs of different words', () => {
  const matrix = [1, 0.8, 0.2, 0.8, 1, 0.4, 0.2, 0.4, 1];
  const { same, different } = matrixMeans(matrix, ['bank', 'bank', 'river']);
  expect(same).toBeCloseTo(0.8);
  expect(different).toBeCloseTo(0.3);
});

test('without a pair of a kind its mean is unknown', () => {
  expect(matrixMeans([1], ['bank'])).toEqual({ same: NaN, different: NaN });
  expect(matrixMeans([1, 0.5, 0.5, 1], ['a', 'b'])).toEqual({ same: NaN, different: 0.5 });
});
