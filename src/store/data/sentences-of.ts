import { columnOf, likelyColumn, type LineSentence, type Table } from '../../datasets/index.ts';
import type { Missing } from '../../protocol/experiments/missing.ts';
import type { DataFile } from './experiment-data.ts';

/** The sentences of a file, and what of it has none. */
export interface FileSentences {
  readonly data: readonly string[];
  /** Line of the file, from 1, that each is on. */
  readonly lines: readonly number[];
  /** Lines that give no sentence, by why. */
  readonly leftOut: readonly Missing[];
}

/** The sentences in a column of a table, in rows that have one. */
export function sentencesOf(table: Table, column: string): FileSentences {
  const cells = columnOf(table, column)?.cells ?? [];
  const filled = [...cells.keys()].filter((row) => cells[row] !== '');
  return {
    data: filled.flatMap((row) => cells[row] ?? []),
    lines: filled.flatMap((row) => table.lines[row] ?? []),
    leftOut: leftOutOf(table, column),
  };
}

/** Lines of a table that give no sentence in a column: rows that do not reach it, rows that are empty there, and empty lines. */
export function leftOutOf(table: Table, column: string): readonly Missing[] {
  const found = columnOf(table, column);
  if (!found) return [];
  const short = new Set(found.short);
  const empty = table.lines.filter((line, row) => found.cells[row] === '' && !short.has(line));
  const without = [...empty, ...table.blank].sort((a, b) => a - b);
  return [...missing('no-column', found.short), ...missing('no-sentence', without)];
}

/** The same of a file that is no table: one sentence a line. */
export function sentencesOfLines(all: readonly LineSentence[]): FileSentences {
  const filled = all.filter(({ sentence }) => sentence !== '');
  const empty = all.filter(({ sentence }) => sentence === '').map(({ line }) => line);
  return {
    data: filled.map(({ sentence }) => sentence),
    lines: filled.map(({ line }) => line),
    leftOut: missing('no-sentence', empty),
  };
}

const missing = (why: Missing['why'], lines: readonly number[]): readonly Missing[] =>
  lines.map((line) => ({ from: String(line), why }));

/** A table's sentences read from another of its columns; the likeliest where it has none of that name. */
export function inColumn(file: DataFile<'words'>, column: string | undefined): DataFile<'words'> {
  const { table } = file;
  if (!table) return column === undefined ? file : { ...file, column };
  const chosen = column !== undefined && table.columns.includes(column) ? column : likelyColumn(table);
  return { ...file, column: chosen, ...sentencesOf(table, chosen) };
}
