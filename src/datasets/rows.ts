import type { TailscopeError } from '../core/error.ts';
import type { DataExpectation } from '../strings/index.ts';
import { lines } from '../text/lines.ts';
import { formatError, type NamedText } from './named-text.ts';

/** A line of a tab-separated file. */
export class Row {
  readonly #name: string;
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];

  constructor(name: string, line: number, text: string) {
    this.#name = name;
    this.line = line;
    this.cells = text.split('\t').map((cell) => cell.trim());
  }

  /** @throws TailscopeError("data-format") where there are fewer columns; what is missing begins at the first missing one */
  atLeast(columns: number, expected: DataExpectation): void {
    const { length } = this.cells;
    if (length < columns) throw this.error(length + 1, expected, '');
  }

  /** The text of a column, from 0. @throws TailscopeError("data-format") when it is empty */
  text(column: number, expected: DataExpectation): string {
    const cell = this.cells[column] ?? '';
    if (cell === '') throw this.error(column + 1, expected, '');
    return cell;
  }

  /** @throws TailscopeError("data-format") */
  number(column: number, expected: DataExpectation): number {
    const cell = this.text(column, expected);
    const value = Number(cell);
    if (!Number.isFinite(value)) throw this.error(column + 1, expected, cell);
    return value;
  }

  /** A place from 0. @throws TailscopeError("data-format") */
  whole(column: number, expected: DataExpectation): number {
    const cell = this.text(column, expected);
    if (!/^\d{1,9}$/.test(cell)) throw this.error(column + 1, expected, cell);
    return Number(cell);
  }

  error(column: number, expected: DataExpectation, found: string): TailscopeError {
    return formatError(this.#name, this.line, column, expected, found);
  }
}

/** The lines of a tab-separated file that are not empty. */
export function rows({ name, text }: NamedText): Row[] {
  return lines(text).flatMap((line, i) => (line.trim() === '' ? [] : [new Row(name, i + 1, line)]));
}
