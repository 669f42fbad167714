import { TailscopeError } from '../core/error.ts';
import { LOOKED_AT, tableKind } from './table.ts';
import { hasText, headOf, TableRows, type TableRow } from './table-rows.ts';

/** What a line of a text, or a row of a table, has for a sentence. */
export interface LineSentence {
  /** Of the file, from 1; where a row begins. */
  readonly line: number;
  /** Trimmed; '' where there is none. */
  readonly sentence: string;
}

/**
 * The sentences of a data file, trimmed, from lines that come one by one: of a .tsv or .csv a column, of any
 * other file each line. No more is held than the rows that tell a table's columns.
 */
export class SentenceReader {
  readonly #name: string;
  readonly #column: string;
  readonly #rows: TableRows | undefined;
  /** First rows of a table, until they tell which column is which. */
  #waiting: TableRow[] = [];
  /** Of the column that is read, once it is known. */
  #place: number | undefined;
  #found = false;
  #line = 0;
  /** Rows among the waiting ones that have any text. */
  #filled = 0;

  /** @param column name of the column of a table; "sentence" when left out */
  constructor(name: string, column = 'sentence') {
    const kind = tableKind(name);
    this.#name = name;
    this.#column = column;
    this.#rows = kind && new TableRows(name, kind);
  }

  /**
   * @returns the sentences that are known with this line, and the lines that are known to have none
   * @throws TailscopeError("no-sentence-column" | "row-short" | "csv-quotes")
   */
  push(line: string): readonly LineSentence[] {
    this.#line++;
    if (!this.#rows) return this.#known([{ line: this.#line, sentence: line.trim() }]);
    const row = this.#rows.push(line);
    if (!row) return [];
    if (this.#place !== undefined) return this.#known([this.#sentence(row, this.#place)]);
    this.#waiting.push(row);
    if (hasText(row)) this.#filled++;
    return this.#filled < LOOKED_AT ? [] : this.#settle();
  }

  /**
   * To be called after the last line.
   * @returns what was waiting for more
   * @throws TailscopeError("no-sentences" | "no-sentence-column" | "row-short" | "csv-quotes")
   */
  finish(): readonly LineSentence[] {
    this.#rows?.finish();
    const last = this.#filled > 0 ? this.#settle() : [];
    if (!this.#found)
      throw TailscopeError.of('no-sentences', { name: this.#name, table: this.#rows !== undefined });
    return last;
  }

  #settle(): readonly LineSentence[] {
    const rows = this.#waiting;
    this.#waiting = [];
    this.#filled = 0;
    const { columns, named } = headOf(rows.filter(hasText));
    const head = named ? rows.find(hasText) : undefined;
    const place = columns.indexOf(this.#column);
    if (place === -1)
      throw TailscopeError.of('no-sentence-column', { name: this.#name, column: this.#column, columns });
    this.#place = place;
    return this.#known(rows.filter((row) => row !== head).map((row) => this.#sentence(row, place)));
  }

  #sentence(row: TableRow, place: number): LineSentence {
    const { line, cells } = row;
    const cell = hasText(row) ? cells[place] : '';
    if (cell !== undefined) return { line, sentence: cell };
    throw TailscopeError.of('row-short', {
      name: this.#name,
      line,
      expected: place + 1,
      found: cells.length,
    });
  }

  #known(found: readonly LineSentence[]): readonly LineSentence[] {
    this.#found ||= found.some(({ sentence }) => sentence !== '');
    return found;
  }
}
