import { basename } from 'node:path';
import { readTable, tableKind } from '../../datasets/index.ts';
import { readText } from '../data-files.ts';

/** The columns that the first line of a table names; none where it is no table, or names none. */
export async function columnsOf(path: string): Promise<readonly string[]> {
  const name = basename(path);
  const kind = tableKind(name);
  if (!kind) return [];
  const [head = ''] = (await readText(path)).text.split(/\r?\n/, 1);
  const { columns, rows } = readTable({ name, text: head }, kind);
  // a first line that names no column is a row like any other
  return rows.length > 0 ? [] : columns;
}
