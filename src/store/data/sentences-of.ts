import { columnOf, likelyColumn, type Table } from '../../datasets/index.ts';
import type { DataFile } from './experiment-data.ts';

/** The sentences in a column of a table, in rows that have one. */
export function sentencesOf(table: Table, column: string): readonly string[] {
  return columnOf(table, column)?.cells.filter((cell) => cell !== '') ?? [];
}

/** A table's sentences read from another of its columns; the likeliest where it has none of that name. */
export function inColumn(file: DataFile<'words'>, column: string | undefined): DataFile<'words'> {
  const { table } = file;
  if (!table) return column === undefined ? file : { ...file, column };
  const chosen = column !== undefined && table.columns.includes(column) ? column : likelyColumn(table);
  return { ...file, column: chosen, data: sentencesOf(table, chosen) };
}
