import { lines } from '../text/lines.ts';
import type { NamedText } from './named-text.ts';
import { LOOKED_AT, type Table } from './table.ts';
import { hasText, headOf, TableRows } from './table-rows.ts';

/**
 * Reads a .tsv or a .csv, see TableRows. Rows without any text are none, but their lines are told. The first line names the columns where its cells are
 * different single words that no number is among.
 * @throws TailscopeError("csv-quotes") where a quote is never closed or text follows one, with its line and column
 */
export function readTable({ name, text }: NamedText, kind: 'tsv' | 'csv'): Table {
  const reader = new TableRows(name, kind);
  const all = lines(text).flatMap((line) => reader.push(line) ?? []);
  reader.finish();
  const filled = all.filter(hasText);
  const { columns, named } = headOf(filled.slice(0, LOOKED_AT));
  const rest = named ? filled.slice(1) : filled;
  return {
    columns,
    rows: rest.map(({ cells }) => cells),
    lines: rest.map(({ line }) => line),
    blank: all.filter((row) => !hasText(row)).map(({ line }) => line),
  };
}
