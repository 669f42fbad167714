import { expect, it } from 'vitest';
import { histogramTable } from './histogram-table.ts';

const bins = { start: -2, width: 1, count: 4 };
const none = new Float64Array(4);
const envelope = { low: none, median: none, high: none };
const row = { dim: 9, counts: [0, 3, 0, 1], minima: 0, maxima: 0, of: 4 };
const sharesOf = (table: ReturnType<typeof histogramTable>) =>
  table.rows.map((cells) => [cells[1], cells[2], cells[3], cells.at(-1)]);

it('has no column after where nothing is compared', () => {
  expect(histogramTable([row], bins, envelope).columns).not.toContain('share after');
});

it('has all of a cut dimension at zero, and another where it was', () => {
  const cut = histogramTable([row], bins, envelope, new Set([9]));
  expect(cut.columns.at(-1)).toBe('share after');
  expect(sharesOf(cut)).toEqual([
    [-1, 0, 0.75, 0],
    [0, 1, 0, 1],
    [1, 2, 0.25, 0],
  ]);
  expect(sharesOf(histogramTable([row], bins, envelope, new Set([3])))).toEqual([
    [-1, 0, 0.75, 0.75],
    [1, 2, 0.25, 0.25],
  ]);
});

it('has values in bins of another width in lines of their own', () => {
  const after = { counts: [0, 1, 3, 0], bins: { start: -1, width: 0.5, count: 4 } };
  expect(sharesOf(histogramTable([{ ...row, after }], bins, envelope, new Set()))).toEqual([
    [-1, 0, 0.75, NaN],
    [1, 2, 0.25, NaN],
    [-0.5, 0, NaN, 0.25],
    [0, 0.5, NaN, 0.75],
  ]);
});
