import { TailscopeError } from '../core/error.ts';
import { LOOKED_AT, tableKind } from './table.ts';
import { headOf, TableRows, type TableRow } from './table-rows.ts';

/**
 * The sentences of a data file, trimmed, empty ones left out, from lines that come one by one: of a .tsv or .csv a column, of any
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

  /** @param column name of the column of a table; "sentence" when left out */
  constructor(name: string, column = 'sentence') {
    const kind = tableKind(name);
    this.#name = name;
    this.#column = column;
    this.#rows = kind && new TableRows(name, kind);
  }

  /**
   * @returns the sentences that are known with this line
   * @throws TailscopeError("no-sentence-column" | "row-short" | "csv-quotes")
   */
  push(line: string): readonly string[] {
    if (!this.#rows) return this.#sentences([line]);
    const row = this.#rows.push(line);
    if (!row) return [];
    if (this.#place !== undefined) return this.#sentences([this.#cell(row, this.#place)]);
    this.#waiting.push(row);
    return this.#waiting.length < LOOKED_AT ? [] : this.#settle();
  }

  /**
   * To be called after the last line.
   * @returns the sentences that were waiting for more
   * @throws TailscopeError("no-sentences" | "no-sentence-column" | "row-short" | "csv-quotes")
   */
  finish(): readonly string[] {
    this.#rows?.finish();
    const last = this.#waiting.length > 0 ? this.#settle() : [];
    if (!this.#found)
      throw TailscopeError.of('no-sentences', { name: this.#name, table: this.#rows !== undefined });
    return last;
  }

  #settle(): readonly string[] {
    const rows = this.#waiting;
    this.#waiting = [];
    const { columns, named } = headOf(rows);
    const place = columns.indexOf(this.#column);
    if (place === -1)
      throw TailscopeError.of('no-sentence-column', { name: this.#name, column: this.#column, columns });
    this.#place = place;
    return this.#sentences(rows.slice(named ? 1 : 0).map((row) => this.#cell(row, place)));
  }

  #cell({ line, cells }: TableRow, place: number): string {
    const cell = cells[place];
    if (cell !== undefined) return cell;
    throw TailscopeError.of('row-short', {
      name: this.#name,
      line,
      expected: place + 1,
      found: cells.length,
    });
  }

  #sentences(found: readonly string[]): readonly string[] {
    const sentences = found.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
    this.#found ||= sentences.length > 0;
    return sentences;
  }
}
