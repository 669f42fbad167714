import { readSentences } from '../datasets/index.ts';
import type { DataSource } from './arguments.ts';
import { readText, typedText } from './data-files.ts';

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
  const file = source.kind === 'file' ? await readText(source.path) : typedText(source.text);
  const { name, sha256, text } = file;
  return { name, sha256, sentences: readSentences(name, text).slice(0, limit) };
}
