import { TailscopeError } from '../core/error.ts';
import type { DataExpectation } from '../strings/index.ts';

/** A file's text, and the name that errors call it by. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Where a character of a text is: line and column, from 1. */
export function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Longer than this, what was found is only begun. */
const SHOWN = 40;

/**
 * Something in a data file that is not what its format has there.
 * @param line from 1
 * @param column from 1: of tab-separated columns where the file has them, else of characters
 */
export function formatError(
  name: string,
  line: number,
  column: number,
  expected: DataExpectation,
  found: string,
): TailscopeError {
  const shown = found.length > SHOWN ? `${found.slice(0, SHOWN)}…` : found;
  return TailscopeError.of('data-format', { name, line, column, expected, found: shown });
}

/** A problem at a character of a file. */
export function errorAt(
  { name, text }: NamedText,
  at: number,
  expected: DataExpectation,
  found: string,
): TailscopeError {
  const { line, column } = placeOf(text, at);
  return formatError(name, line, column, expected, (found.split('\n')[0] ?? '').trim());
}
