import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { columnMeans } from './column-means.ts';
import { RowFold } from './row-fold.ts';
import { dimensionsOfRows, extremesOfRow, spreadOfRows } from './row-standings.ts';

const Numbers = v.array(v.number());
const Fixture = v.object({
  tables: v.array(
    v.object({
      dims: v.number(),
      data: Numbers,
      ranks: v.array(Numbers),
      spread: v.array(Numbers),
      smallest: Numbers,
      largest: Numbers,
      meanRank: Numbers,
      mean: Numbers,
    }),
  ),
});
// Remade by `python -m models.weight_oracle`
const path = new URL('fixtures/weights.json', import.meta.url);
const { tables } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

describe.each(tables)('a table of weights, case %#, as SciPy and NumPy have it', (c) => {
  const { dims } = c;
  const data = Float32Array.from(c.data);
  const all = Array.from({ length: dims }, (_, dim) => dim);
  const expectClose = (found: ArrayLike<number>, expected: readonly number[]) => {
    expect(found).toHaveLength(expected.length);
    for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 10);
  };

  it('ranks of each row by absolute value, and its spread', () => {
    const found = dimensionsOfRows(data, dims, all);
    c.ranks.forEach((row, r) => {
      expect(found.map(({ ranks }) => ranks[r])).toEqual(row);
    });
    expect([...spreadOfRows(data, dims)]).toEqual([...Float32Array.from(c.spread.flat())]);
  });

  it('row by row, the mean, the shares of extremes and the mean rank', () => {
    const fold = new RowFold(dims, all);
    fold.add(data);
    expectClose(fold.mean(), c.mean);
    expectClose(columnMeans(data, dims), c.mean);
    const folded = fold.folded();
    for (const key of ['smallest', 'largest', 'meanRank'] as const)
      expectClose(
        folded.map((one) => one[key]),
        c[key],
      );
  });
});

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
