/**
 * Columns as wide as their widest cell, two spaces apart, numbers to the right.
 * @param head names of the columns
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, c) => Math.max(...all.map((row) => (row[c] ?? '').length)));
  const numeric = head.map((_, c) => rows.every((row) => /^[-+\d.]*$/.test(row[c] ?? '')));
  const line = (row: readonly string[]) =>
    head
      .map((_, c) => {
        const cell = row[c] ?? '';
        const width = widths[c] ?? 0;
        return numeric[c] === true ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return all.map(line).join('\n');
}
