import { TailscopeError } from '../core/error.ts';

/** What of a file came before some of its bytes. */
export interface ReadBefore {
  readonly bytes: number;
  /** Lines that ended there. */
  readonly lines: number;
}

const NOTHING: ReadBefore = { bytes: 0, lines: 0 };

/**
 * A file's bytes as text. Bytes that are none are refused: read as replacement characters they would
 * be measured as words.
 * @param name the file's, for the sentence
 * @param before what was read of it already, where these are not its first bytes; whole lines
 * @throws TailscopeError("not-text" | "not-utf8")
 */
export function decodeText(name: string, bytes: Uint8Array, before = NOTHING): string {
  if (before.bytes === 0 && isUtf16(bytes)) throw TailscopeError.of('not-utf8', { name, found: 'utf-16' });
  // no text has one, and nearly every picture, archive and program has
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw TailscopeError.of('not-text', { name, at: before.bytes + nul });
  try {
    return decode(bytes);
  } catch (cause) {
    const { line, column } = firstBadPlace(bytes);
    throw TailscopeError.of('not-utf8', { name, found: { line: before.lines + line, column } }, cause);
  }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The first character that is no UTF-8: its line and its column, from 1. A newline's byte is part of no other character. */
function firstBadPlace(bytes: Uint8Array): { readonly line: number; readonly column: number } {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const own = bytes.subarray(start, newline < 0 ? bytes.length : newline);
    try {
      decode(own);
    } catch {
      return { line, column: goodCharacters(own) + 1 };
    }
    start += own.length + 1;
  }
  return { line, column: 1 };
}

/** How many characters there are before the bytes that are none. */
function goodCharacters(bytes: Uint8Array): number {
  // the longest beginning that is the beginning of a text: halved each time, since a line may be the whole file
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (beginning(bytes.subarray(0, middle)) === undefined) bad = middle;
    else good = middle;
  }
  return Array.from(beginning(bytes.subarray(0, good)) ?? '').length;
}

/** What is whole of a text's beginning; undefined where it is none. */
function beginning(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
