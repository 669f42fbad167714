/** Px: the names of columns, a row of one line, and one of two. */
const HEAD = 26;
const ROW = 27;
const TALL_ROW = 42;
/** Columns narrower than this have the number under the word. */
const NARROW = 165;

export interface WordColumnsLayout {
  readonly height: number;
  readonly columnWidth: number;
  /** Left edge of a column. */
  readonly x: (column: number) => number;
  /** Top of a row. */
  readonly y: (row: number) => number;
  readonly rowHeight: number;
  /** Whether word and number stand in two lines. */
  readonly tall: boolean;
  readonly wide: (share: number) => number;
}

/**
 * Columns of words side by side, with room between them for lines.
 * @param most the largest number drawn: its bar is as wide as a column
 */
export function wordColumnsLayout(
  columns: number,
  rows: number,
  most: number,
  width: number,
): WordColumnsLayout {
  const gap = width < 520 ? 14 : 48;
  const columnWidth = Math.max(0, (width - gap * (columns - 1)) / columns);
  const tall = columnWidth < NARROW;
  const rowHeight = tall ? TALL_ROW : ROW;
  return {
    height: HEAD + rows * rowHeight,
    columnWidth,
    rowHeight,
    tall,
    x: (column) => column * (columnWidth + gap),
    y: (row) => HEAD + row * rowHeight,
    wide: (share) => (most > 0 ? (share / most) * columnWidth : 0),
  };
}
