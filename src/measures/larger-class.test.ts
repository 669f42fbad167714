import { expect, test } from 'vitest';
import { largerClassShare } from './larger-class.ts';
import { thresholdGrid } from './threshold-grid.ts';

test('is what always saying the same tells right, whichever of the two is more frequent', () => {
  expect(largerClassShare([1, 0, 0, 0])).toBe(0.75);
  expect(largerClassShare([1, 1, 1, 0])).toBe(0.75);
  expect(largerClassShare([1, 0])).toBe(0.5);
  expect(largerClassShare([1, 1])).toBe(1);
  expect(largerClassShare([])).toBeNaN();
});

test('is the grid’s own figure where no cosine, or every one, is over the threshold', () => {
  const same = [1, 0, 1, 1, 0];
  const grid = (cosine: number) =>
    thresholdGrid(
      Float64Array.from(same, () => cosine),
      same,
      1,
    ).accuracy[0] ?? NaN;
  expect(largerClassShare(same)).toBe(Math.max(grid(-1), grid(1)));
});
