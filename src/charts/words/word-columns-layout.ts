/** Px: the names of columns, a row of one line, and one of two. */
const HEAD = 26;
const ROW = 27;
const TALL_ROW = 42;
/** Drawings narrower than this have no room between columns for lines that can be followed. */
const CLOSE = 520;
/** Px between columns, with lines and without. */
const GAP = { lines: 48, none: 10 };
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
  /** Whether lines follow words from column to column. */
  readonly lines: boolean;
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
  const lines = width >= CLOSE;
  const gap = lines ? GAP.lines : GAP.none;
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
    lines,
    wide: (share) => (most > 0 ? (share / most) * columnWidth : 0),
  };
}
