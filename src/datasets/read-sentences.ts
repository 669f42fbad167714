import { TailscopeError } from '../core/error.ts';
import { lines } from '../text/lines.ts';
import { readTable } from './read-table.ts';
import { columnOf, tableKind } from './table.ts';

/**
 * The sentences of a data file, trimmed, empty ones left out: of a .tsv or .csv a column, of any other file each line.
 * @param column name of the column; "sentence" when left out
 * @throws TailscopeError("no-sentences" | "no-column" | "row-short" | "csv-quotes")
 */
export function readSentences(name: string, text: string, column = 'sentence'): string[] {
  const kind = tableKind(name);
  const found = kind && text.trim() !== '' ? cellsOf(name, text, kind, column) : lines(text);
  const sentences = found.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
  if (sentences.length === 0) throw TailscopeError.of('no-sentences', { name, table: kind !== undefined });
  return sentences;
}

function cellsOf(name: string, text: string, kind: 'tsv' | 'csv', column: string): readonly string[] {
  const table = readTable({ name, text }, kind);
  const found = columnOf(table, column);
  if (!found) throw TailscopeError.of('no-sentence-column', { name, column, columns: table.columns });
  const [line] = found.short;
  if (line === undefined) return found.cells;
  const row = table.rows[table.lines.indexOf(line)];
  const expected = table.columns.indexOf(column) + 1;
  throw TailscopeError.of('row-short', { name, line, expected, found: row?.length ?? 0 });
}
