import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { TailscopeError } from '../core/error.ts';
import { readSentences } from '../datasets/index.ts';
import { decodeText } from '../text/decode-text.ts';

export interface Data {
  readonly name: string;
  /** Of the whole file, in hexadecimal. */
  readonly sha256: string;
  readonly sentences: readonly string[];
}

/**
 * @param limit only the first so many sentences
 * @throws TailscopeError("no-file" | "not-text" | "not-utf8" | "no-sentences" | ...)
 */
export async function readData(path: string, limit: number | undefined): Promise<Data> {
  const name = basename(path);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw TailscopeError.of('no-file', { file: path }, cause);
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, sha256, sentences: readSentences(name, decodeText(name, bytes)).slice(0, limit) };
}
