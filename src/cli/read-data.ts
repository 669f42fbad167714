import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { TailscopeError } from '../core/error.ts';
import { readSentences } from '../datasets/index.ts';
import { decodeText } from '../text/decode-text.ts';
import type { DataSource } from './arguments.ts';

export interface Data {
  readonly name: string;
  /** Of the whole file, or of the text typed, in hexadecimal. */
  readonly sha256: string;
  readonly sentences: readonly string[];
}

/**
 * @param limit only the first so many sentences
 * @throws TailscopeError("no-file" | "not-text" | "not-utf8" | "no-sentences" | ...)
 */
export async function readData(source: DataSource, limit: number | undefined): Promise<Data> {
  const { name, bytes } = source.kind === 'file' ? await readBytes(source.path) : typed(source.text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, sha256, sentences: readSentences(name, decodeText(name, bytes)).slice(0, limit) };
}

async function readBytes(path: string) {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw TailscopeError.of('no-file', { file: path }, cause);
  });
  return { name: basename(path), bytes };
}

function typed(text: string) {
  return { name: 'text', bytes: Buffer.from(text) };
}
