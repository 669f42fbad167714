import { fitText, textWidth } from '../scale/text-width.ts';

export interface MatrixLayout {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
  readonly size: number;
  readonly height: number;
  /** Labels as far as they fit; none where cells are too small for any. */
  readonly labels: readonly string[] | undefined;
  readonly numbers: boolean;
}

const SLANT = Math.SQRT1_2;

/** The largest square matrix the width has room for, with labels left of it and slanted above it. */
export function matrixLayout(labels: readonly string[], width: number, most = 46): MatrixLayout {
  const n = Math.max(1, labels.length);
  const longest = Math.max(...labels.map((label) => textWidth(label, 12)), 0);
  const room = Math.min(longest, width * 0.26, 120);
  // the last slanted label leans out to the right
  const bare = Math.min(most, (width - 4) / n);
  const named = Math.min(most, (width - room - 10 - SLANT * room * 0.9) / n);
  const withLabels = named >= 11;
  const cell = Math.max(2, withLabels ? Math.floor(named) : Math.floor(bare * 2) / 2);
  const left = withLabels ? Math.ceil(room + 10) : 0;
  const top = withLabels ? Math.ceil(SLANT * room + 20) : 6;
  return {
    left,
    top,
    cell,
    size: cell * n,
    height: top + cell * n + 64,
    labels: withLabels ? labels.map((label) => fitText(label, room, 12)) : undefined,
    numbers: cell >= 23,
  };
}

/** Row and column under a point, if any; the diagonal is no pair. */
export function cellAt(
  layout: MatrixLayout,
  n: number,
  x: number,
  y: number,
): readonly [number, number] | undefined {
  const column = Math.floor((x - layout.left) / layout.cell);
  const row = Math.floor((y - layout.top) / layout.cell);
  const inside = row >= 0 && column >= 0 && row < n && column < n;
  return inside && row !== column ? [row, column] : undefined;
}
