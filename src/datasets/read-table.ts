import Papa from 'papaparse';
import { TailscopeError } from '../core/error.ts';
import { lines } from '../text/lines.ts';
import { placeOf, type NamedText } from './named-text.ts';
import { LOOKED_AT, type Table } from './table.ts';

/**
 * Reads a .tsv, whose cells are parted by tabs and hold no quotes that mean anything, or a .csv as spreadsheets write it
 * (RFC 4180, with commas or semicolons). Rows without any text are left out. The first line names the columns where its
 * cells are different single words that no number is among.
 * @throws TailscopeError("csv-quotes") where a quote is never closed or text follows one, with its line and column
 */
export function readTable(file: NamedText, kind: 'tsv' | 'csv'): Table {
  const all = (kind === 'tsv' ? readTsv(file) : readCsv(file)).filter(({ cells }) =>
    cells.some((cell) => cell !== ''),
  );
  const [head] = all;
  const width = all.slice(0, LOOKED_AT).reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const named = head !== undefined && isHead(head.cells);
  const rest = named ? all.slice(1) : all;
  return {
    columns: named ? head.cells : Array.from({ length: width }, (_, i) => String(i + 1)),
    rows: rest.map(({ cells }) => cells),
    lines: rest.map(({ line }) => line),
  };
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

function readTsv({ text }: NamedText): Line[] {
  return lines(text).map((row, i) => ({ line: i + 1, cells: row.split('\t').map((cell) => cell.trim()) }));
}

function readCsv({ name, text }: NamedText): Line[] {
  const found: Line[] = [];
  let read = 0;
  let line = 1;
  const bare = text.replace(/^\ufeff/, '');
  Papa.parse<string[]>(bare, {
    delimiter: separatorOf(bare),
    step: ({ data, errors: [wrong], meta }) => {
      if (wrong?.type === 'Quotes')
        throw TailscopeError.of('csv-quotes', {
          name,
          ...placeOf(bare, Math.max(0, (wrong.index ?? 1) - 1)),
        });
      // a sentence is one line, however its cell was wrapped
      found.push({ line, cells: data.map((cell) => cell.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim()) });
      line += lineBreaks(bare.slice(read, meta.cursor));
      read = meta.cursor;
    },
  });
  return found;
}

/** Spreadsheets part cells by semicolons where commas stand in numbers; the first line, which has names, tells. */
function separatorOf(text: string): ',' | ';' {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  return head.split(';').length > head.split(',').length ? ';' : ',';
}

const lineBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

function isHead(cells: readonly string[]): boolean {
  const words = cells.every((cell) => /^[^\s.!?]{1,60}$/.test(cell) && Number.isNaN(Number(cell)));
  return words && new Set(cells).size === cells.length;
}
