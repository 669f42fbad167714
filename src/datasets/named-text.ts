import { TailscopeError } from '../core/error.ts';
import type { DataExpectation } from '../strings/index.ts';

/** A file's text, and the name that errors call it by. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
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
