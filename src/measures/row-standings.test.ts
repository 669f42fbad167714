import { describe, expect, it } from 'vitest';
import { RowFold } from './row-fold.ts';
import { dimensionsOfRows, extremesOfRow, spreadOfRows } from './row-standings.ts';

const table = Float32Array.of(1, -4, 2, 0, 3, 3, -1, 5);

it('a dimension of every row comes with its rank by absolute value', () => {
  const [second] = dimensionsOfRows(table, 4, [1]);
  expect([...(second?.values ?? [])]).toEqual([-4, 3]);
  expect([...(second?.ranks ?? [])]).toEqual([1, 2]);
});

it('the spread of a row goes from its smallest to its largest value, with the middle between', () => {
  const row = Float32Array.from({ length: 21 }, (_, i) => (i * 8) % 21);
  expect([...spreadOfRows(row, 21)]).toEqual([0, 1, 10, 19, 20]);
});

it('of equal extremes the first counts', () => {
  expect(extremesOfRow(Float32Array.of(3, -1, 3, -1))).toEqual({ largest: 0, smallest: 1 });
});

describe('a table folded row by row', () => {
  it('gives the mean row, shares of extremes and the mean rank, however it is cut into blocks', () => {
    const whole = new RowFold(4, [1, 3]);
    whole.add(table);
    const blocks = new RowFold(4, [1, 3]);
    blocks.add(table.subarray(0, 4));
    blocks.add(table.subarray(4));
    for (const fold of [whole, blocks]) {
      expect(fold.rows).toBe(2);
      expect([...fold.mean()]).toEqual([2, -0.5, 0.5, 2.5]);
      expect(fold.folded()).toEqual([
        { dim: 1, smallest: 0.5, largest: 0, meanRank: 1.5 },
        { dim: 3, smallest: 0, largest: 0.5, meanRank: 2.5 },
      ]);
    }
  });
});
