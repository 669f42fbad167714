import { TailscopeError } from '../core/error.ts';
import { readSentences } from '../datasets/index.ts';
import type { Arguments } from './arguments.ts';
import { readText, typedText } from './data-files.ts';

export interface Data {
  readonly name: string;
  /** Of the whole file, or of the text typed, in hexadecimal. */
  readonly sha256: string;
  readonly sentences: readonly string[];
}

/**
 * The sentences that the command was given: at most `limit` of them.
 * @throws TailscopeError("no-file" | "not-text" | "not-utf8" | "no-sentences" | ...)
 */
export async function readData({
  data,
  column,
  limit,
}: Pick<Arguments, 'data' | 'column' | 'limit'>): Promise<Data> {
  if (data.kind === 'none') throw TailscopeError.of('usage-missing', { flag: '--data' });
  const file = data.kind === 'file' ? await readText(data.path) : typedText(data.text);
  const { name, sha256, text } = file;
  return { name, sha256, sentences: readSentences(name, text, column).slice(0, limit) };
}
