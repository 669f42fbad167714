/** A number that people know by a name: a layer is "embeddings" in a table and 0 in a CSV. */
export interface NamedNumber {
  readonly text: string;
  readonly value: number;
}

export type TableCell = string | number | NamedNumber;

/** The numbers behind a chart, for its table and its CSV. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** RFC 4180, with a header; numbers in full precision and with a point. */
export function csvText(table: Table): string {
  return [table.columns, ...table.rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

function csvField(cell: TableCell): string {
  const value = typeof cell === 'object' ? cell.value : cell;
  // Float32 values as the shortest text that gives the same float back would show 0.085 as 0.085000001
  const text = typeof value === 'number' ? String(Number(value.toPrecision(7))) : value;
  // a spreadsheet would run a text that begins like a formula
  const safe = typeof value === 'string' && /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
