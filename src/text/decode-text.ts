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
    throw TailscopeError.of('not-utf8', { name, found: { line: before.lines + firstBadLine(bytes) } }, cause);
  }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The first line that is no UTF-8, from 1; a newline's byte is part of no other character. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    try {
      decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
