import { at } from '../core/at.ts';
import { magnitudeRank } from './standing.ts';

/** One dimension of every row of a table, and how it ranks in its row. */
export interface DimensionOfRows {
  readonly dim: number;
  /** [rows] */
  readonly values: Float32Array;
  /** By absolute value among the row's dimensions, from 1 for the largest, [rows]. */
  readonly ranks: Uint32Array;
}

/**
 * Chosen dimensions of every row of a table, and their ranks in it.
 * @param table row-major [rows, dims]
 */
export function dimensionsOfRows(
  table: Float32Array,
  dims: number,
  chosen: readonly number[],
): readonly DimensionOfRows[] {
  const rows = Array.from({ length: Math.floor(table.length / dims) }, (_, r) =>
    table.subarray(r * dims, (r + 1) * dims),
  );
  return chosen.map((dim) => ({
    dim,
    values: Float32Array.from(rows, (row) => at(row, dim)),
    ranks: Uint32Array.from(rows, (row) => magnitudeRank(row, dim)),
  }));
}

/** What of a row its dimensions' spread is drawn from: the shares of dimensions below each value. */
export const SPREAD = [0, 0.05, 0.5, 0.95, 1] as const;

/**
 * How the dimensions of every row of a table are spread: row by row the smallest value, that above 5 %, 50 % and 95 %
 * of them, and the largest.
 * @returns [rows, 5]
 */
export function spreadOfRows(table: Float32Array, dims: number): Float32Array {
  const rows = Math.floor(table.length / dims);
  const spread = new Float32Array(rows * SPREAD.length);
  for (let r = 0; r < rows; r++) {
    const sorted = table.slice(r * dims, (r + 1) * dims).sort();
    for (const [i, share] of SPREAD.entries())
      spread[r * SPREAD.length + i] = at(sorted, Math.round(share * (dims - 1)));
  }
  return spread;
}

/** The dimension that is the largest and the one that is the smallest of a row, the first on ties. */
export function extremesOfRow(row: Float32Array): { readonly largest: number; readonly smallest: number } {
  let largest = 0;
  let smallest = 0;
  for (const [d, value] of row.entries()) {
    if (value > at(row, largest)) largest = d;
    if (value < at(row, smallest)) smallest = d;
  }
  return { largest, smallest };
}
