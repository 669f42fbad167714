import { TailscopeError } from '../core/error.ts';
import { lines } from '../text/lines.ts';

/**
 * The sentences of a data file, trimmed, empty ones left out: of a .tsv its column named `sentence`
 * (tab-separated, no quoting, names in the first line), of any other file each line.
 * @throws TailscopeError("no-sentences" | "no-sentence-column" | "row-short")
 */
export function readSentences(name: string, text: string): string[] {
  const rows = lines(text);
  const table = name.toLowerCase().endsWith('.tsv');
  const blank = rows.every((row) => row.trim() === '');
  const found = table && !blank ? sentenceColumn(name, rows) : rows;
  const sentences = found.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
  if (sentences.length === 0) throw TailscopeError.of('no-sentences', { name, table });
  return sentences;
}

function sentenceColumn(name: string, rows: readonly string[]): string[] {
  const [head = '', ...rest] = rows;
  const columns = head.split('\t').map((column) => column.trim());
  const column = columns.indexOf('sentence');
  if (column === -1) throw TailscopeError.of('no-sentence-column', { name, columns });
  return rest.map((row, i) => {
    if (row.trim() === '') return '';
    const cells = row.split('\t');
    const cell = cells[column];
    if (cell === undefined)
      throw TailscopeError.of('row-short', { name, line: i + 2, expected: column + 1, found: cells.length });
    return cell;
  });
}
