import { textWidth } from '../scale/text-width.ts';

export interface GridLayout {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
  /** Whether a cell has room for its number. */
  readonly numbers: boolean;
}

const MOST_CELL = 64;

/** Cells in rows and columns, names left of them and below. @param split whether each has two halves */
export function gridLayout(
  rows: readonly string[],
  columns: number,
  width: number,
  split: boolean,
): GridLayout {
  const left = Math.ceil(Math.max(...rows.map((name) => textWidth(name, 12.5, true)), 10) + 10);
  const cell = Math.max(8, Math.min(MOST_CELL, Math.floor((width - left - 4) / Math.max(1, columns))));
  const row = split ? 34 : 26;
  return {
    left,
    top: 6,
    cell,
    row,
    width: cell * columns,
    height: 6 + row * rows.length + 42,
    numbers: cell >= 26,
  };
}

/** Row and column under a point, if any. */
export function gridCell(
  { left, top, cell, row }: GridLayout,
  rows: number,
  columns: number,
  x: number,
  y: number,
): readonly [number, number] | undefined {
  const [down, across] = [Math.floor((y - top) / row), Math.floor((x - left) / cell)];
  return down >= 0 && across >= 0 && down < rows && across < columns ? [down, across] : undefined;
}
