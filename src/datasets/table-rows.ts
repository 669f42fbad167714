import Papa from 'papaparse';
import { TailscopeError } from '../core/error.ts';
import { placeOf } from './named-text.ts';

/** A row of a table; one may be without any text, see hasText. */
export interface TableRow {
  /** Line of the file, from 1, that it begins on. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What there is of a row. */
interface BegunRow {
  /** Line of the file, from 1, that it begins on. */
  readonly line: number;
  readonly text: string;
}

interface OpenRow extends BegunRow {
  /** Where its open quote is. */
  readonly quote: number;
}

/** A quote that is not closed after so many characters never is; what it opened would be held to the end of the file. */
const LONGEST_ROW = 1e6;

/**
 * The rows of a .tsv, whose cells are parted by tabs and hold no quotes that mean anything, or of a .csv as spreadsheets write it
 * (RFC 4180, with commas or semicolons), from lines that come one by one: no more is held than a row that is not finished.
 */
export class TableRows {
  readonly #name: string;
  readonly #kind: 'tsv' | 'csv';
  #separator: ',' | ';' | undefined;
  #line = 0;
  /** A row whose quote is not closed yet. */
  #open: OpenRow | undefined;

  constructor(name: string, kind: 'tsv' | 'csv') {
    this.#name = name;
    this.#kind = kind;
  }

  /**
   * @returns the row that this line completes; undefined where it completes none
   * @throws TailscopeError("csv-quotes") where text follows a closing quote, with its line and column
   */
  push(text: string): TableRow | undefined {
    this.#line++;
    if (this.#kind === 'tsv') return { line: this.#line, cells: text.split('\t').map(trimmed) };
    this.#separator ??= separatorOf(text);
    if (this.#open) return this.#continue(this.#open, text);
    if (!text.includes('"')) return { line: this.#line, cells: text.split(this.#separator).map(trimmed) };
    return this.#parse({ line: this.#line, text });
  }

  /** @throws TailscopeError("csv-quotes") where a quote was never closed */
  finish(): void {
    if (this.#open) throw this.#wrong(this.#open, this.#open.quote);
  }

  #continue(open: OpenRow, text: string): TableRow | undefined {
    const row = { line: open.line, text: `${open.text}\n${text}` };
    if (row.text.length > LONGEST_ROW) throw this.#wrong(row, open.quote);
    if (text.includes('"')) return this.#parse(row);
    this.#open = { ...row, quote: open.quote };
    return undefined;
  }

  #parse(row: BegunRow): TableRow | undefined {
    const { data, errors } = Papa.parse<string[]>(row.text, {
      delimiter: this.#separator ?? ',',
      newline: '\n',
    });
    const quotes = errors.filter(({ type }) => type === 'Quotes');
    const at = ({ index }: Papa.ParseError): number => Math.max(0, (index ?? 1) - 1);
    const wrong = quotes.find(({ code }) => code !== 'MissingQuotes');
    if (wrong) throw this.#wrong(row, at(wrong));
    const [open] = quotes;
    this.#open = open && { ...row, quote: at(open) };
    if (this.#open) return undefined;
    // a sentence is one line, however its cell was wrapped
    const cells = (data[0] ?? []).map((cell) => cell.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim());
    return { line: row.line, cells };
  }

  #wrong({ line, text }: BegunRow, at: number): TailscopeError {
    const place = placeOf(text, at);
    return TailscopeError.of('csv-quotes', {
      name: this.#name,
      line: line + place.line - 1,
      column: place.column,
    });
  }
}

/** Whether there is anything in a row. */
export function hasText({ cells }: TableRow): boolean {
  return cells.some((cell) => cell !== '');
}

const trimmed = (cell: string): string => cell.trim();

/** Spreadsheets part cells by semicolons where commas stand in numbers; the first line, which has names, tells. */
function separatorOf(head: string): ',' | ';' {
  return head.split(';').length > head.split(',').length ? ';' : ',';
}

/** What the first rows of a table say of its columns. */
export interface TableHead {
  /** Names from the first row, where its cells are different single words that no number is among; "1", "2", ... otherwise. */
  readonly columns: readonly string[];
  /** Whether the first row is these names. */
  readonly named: boolean;
}

/** @param rows the first ones with any text, as many as are looked at */
export function headOf(rows: readonly TableRow[]): TableHead {
  const [head] = rows;
  if (head && isHead(head.cells)) return { columns: head.cells, named: true };
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return { columns: Array.from({ length: width }, (_, i) => String(i + 1)), named: false };
}

function isHead(cells: readonly string[]): boolean {
  const words = cells.every((cell) => /^[^\s.!?]{1,60}$/.test(cell) && Number.isNaN(Number(cell)));
  return words && new Set(cells).size === cells.length;
}
