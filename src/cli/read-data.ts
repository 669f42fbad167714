import type { Arguments } from './arguments.ts';
import { textSource, type TextSource } from './text-source.ts';

export interface Data extends Pick<TextSource, 'name' | 'sha256' | 'empty' | 'linesOf'> {
  readonly sentences: readonly string[];
}

/**
 * The sentences that the command was given, all at once: at most `limit` of them.
 * @throws TailscopeError("no-file" | "not-text" | "not-utf8" | "no-sentences" | ...)
 */
export async function readData(asked: Pick<Arguments, 'data' | 'column' | 'limit'>): Promise<Data> {
  const { name, sha256, empty, linesOf, read } = await textSource(asked);
  const sentences: string[] = [];
  for await (const sentence of read()) sentences.push(sentence);
  return { name, sha256, empty, linesOf, sentences };
}

/**
 * The text that remedies are to be fitted on; undefined where that is the data.
 * @throws what readData does
 */
export async function readRemedyData({
  remedyData: path,
}: Pick<Arguments, 'remedyData'>): Promise<Data | undefined> {
  if (path === undefined) return undefined;
  return readData({ data: { kind: 'file', path }, column: undefined, limit: undefined });
}
