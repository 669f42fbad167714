/** A file of columns. */
export interface Table {
  /** Names of the columns from the first line; "1", "2", ... where that names none. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line of the file, from 1, that each row begins on. */
  readonly lines: readonly number[];
  /** Lines without any text. */
  readonly blank: readonly number[];
}

/** Names that say that a column holds sentences, the likeliest first. */
const LIKELY = ['sentence', 'text', 'sentence1', 'question', 'review', 'content'];
/** Rows looked at to tell which column is prose. */
export const LOOKED_AT = 100;

/** What a file's name says of its columns; undefined where it is one sentence a line. */
export function tableKind(name: string): 'tsv' | 'csv' | undefined {
  const [, ending] = /\.(tsv|csv)$/i.exec(name) ?? [];
  return ending === undefined ? undefined : ending.toLowerCase() === 'tsv' ? 'tsv' : 'csv';
}

/** The column that most likely holds the sentences: by its name, or else the one with the longest cells. */
export function likelyColumn({ columns, rows }: Table): string {
  const named = LIKELY.find((name) => columns.some((column) => column.toLowerCase() === name));
  if (named !== undefined) return columns.find((column) => column.toLowerCase() === named) ?? named;
  const lengthOf = (column: number) =>
    rows.slice(0, LOOKED_AT).reduce((sum, row) => sum + (row[column]?.length ?? 0), 0);
  const lengths = columns.map((_, column) => lengthOf(column));
  return columns[lengths.indexOf(Math.max(...lengths))] ?? '';
}

/** One column of a table. */
export interface ColumnOfTable {
  /** One a row; '' where the row has no such column. */
  readonly cells: readonly string[];
  /** Lines of the rows that have no such column. */
  readonly short: readonly number[];
}

/** @returns undefined where there is no such column */
export function columnOf({ columns, rows, lines: at }: Table, name: string): ColumnOfTable | undefined {
  const column = columns.indexOf(name);
  if (column === -1) return undefined;
  return {
    cells: rows.map((row) => row[column] ?? ''),
    short: at.filter((_, i) => rows[i]?.[column] === undefined),
  };
}
