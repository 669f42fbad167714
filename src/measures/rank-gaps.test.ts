import { expect, test } from 'vitest';
import { rankGaps } from './rank-gaps.ts';

test('is 0 for lists in the same order, whatever their values', () => {
  expect(Array.from(rankGaps([0.1, 0.2, 0.9], [1, 2, 3]))).toEqual([0, 0, 0]);
});

test('is 1 for what is last in one list and first in the other', () => {
  expect(Array.from(rankGaps([3, 2, 1], [1, 2, 3]))).toEqual([1, 0, -1]);
});

test('shares the ranks of equal values, and takes one item or none', () => {
  expect(Array.from(rankGaps([5, 5, 1], [1, 2, 3]))).toEqual([0.75, 0.25, -1]);
  expect(Array.from(rankGaps([5], [1]))).toEqual([0]);
  expect(Array.from(rankGaps([], []))).toEqual([]);
});
