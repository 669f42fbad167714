import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { TailscopeError } from '../core/error.ts';
import { decodeText } from '../text/decode-text.ts';
import { lines } from '../text/lines.ts';

/** Bytes of a file at hand at a time. */
const BLOCK = 2 ** 18;
/** A line of more bytes is no sentence, and would be held in one piece. */
const LONGEST_LINE = 16e6;

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * The lines of a text file, as `lines` has them, some thousands at a time: memory does not grow with the file.
 * @param onBytes told of every byte in order
 * @param block bytes read at a time
 * @throws TailscopeError("no-file" | "not-text" | "not-utf8" | "line-too-long")
 */
export async function* fileLines(
  path: string,
  onBytes?: (bytes: Uint8Array) => void,
  block = BLOCK,
): AsyncGenerator<readonly string[]> {
  const name = basename(path);
  const before = { bytes: 0, lines: 0 };
  const decode = (bytes: Uint8Array): readonly string[] => {
    const text = decodeText(name, bytes, before);
    before.bytes += bytes.length;
    const found = lines(text);
    before.lines += found.length;
    return found;
  };
  const pieces: Uint8Array[] = [];
  let held = 0;
  for await (const bytes of blocksOf(path, block)) {
    onBytes?.(bytes);
    const end = lastLineEnd(bytes);
    if (end === 0) {
      pieces.push(bytes);
      held += bytes.length;
      if (held > LONGEST_LINE)
        throw TailscopeError.of('line-too-long', { name, line: before.lines + 1, most: LONGEST_LINE });
      continue;
    }
    const found = decode(joined([...pieces.splice(0), bytes.subarray(0, end)]));
    pieces.push(bytes.subarray(end));
    held = bytes.length - end;
    yield found;
  }
  const last = joined(pieces);
  if (last.length > 0) yield decode(last);
}

async function* blocksOf(path: string, block: number): AsyncGenerator<Buffer> {
  const stream: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: block });
  try {
    yield* stream;
  } catch (cause) {
    throw TailscopeError.of('no-file', { file: path }, cause);
  }
}

/** The end of the last line that ends within some bytes; 0 where none does. What follows a carriage return tells whether it ends a line. */
function lastLineEnd(bytes: Uint8Array): number {
  const newline = bytes.lastIndexOf(NEWLINE) + 1;
  const back = bytes.subarray(0, -1).lastIndexOf(RETURN) + 1;
  return Math.max(newline, back);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  return only && pieces.length === 1 ? only : Buffer.concat(pieces);
}
