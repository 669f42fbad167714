import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { TailscopeError } from '../core/error.ts';
import { SentenceReader } from '../datasets/index.ts';
import { lines } from '../text/lines.ts';
import type { Arguments } from './arguments.ts';
import { typedText } from './data-files.ts';
import { fileLines } from './file-lines.ts';

/** The sentences that the command was given, read from where they lie as often as they are asked for. */
export interface TextSource {
  readonly name: string;
  /** Of the whole file, or of the text typed, in hexadecimal. */
  readonly sha256: string;
  /** How many there are, `limit` at most. */
  readonly count: number;
  readonly read: () => AsyncGenerator<string>;
}

type Asked = Pick<Arguments, 'data' | 'column' | 'limit'>;

/**
 * Looks a text through, without keeping it: a bad file is told before a model is loaded.
 * @throws TailscopeError("no-file" | "not-text" | "not-utf8" | "line-too-long" | "no-sentences" | ...)
 */
export async function textSource({ data, column, limit = Infinity }: Asked): Promise<TextSource> {
  if (data.kind === 'none') throw TailscopeError.of('usage-missing', { flag: '--data' });
  if (data.kind === 'text') {
    const { name, sha256, text } = typedText(data.text);
    const read = () => sentencesIn(name, column, [lines(text)], limit);
    return { name, sha256, count: await countOf(read()), read };
  }
  const { path } = data;
  const name = basename(path);
  const hash = createHash('sha256');
  // all of it, whatever the limit: the hash is the file's, and so is what is wrong with it
  const blocks = fileLines(path, (bytes) => hash.update(bytes));
  const count = Math.min(limit, await countOf(sentencesIn(name, column, blocks, Infinity)));
  const read = () => sentencesIn(name, column, fileLines(path), limit);
  return { name, sha256: hash.digest('hex'), count, read };
}

async function* sentencesIn(
  name: string,
  column: string | undefined,
  blocks: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
  limit: number,
): AsyncGenerator<string> {
  const reader = new SentenceReader(name, column);
  let left = limit;
  for await (const block of blocks)
    for (const line of block)
      for (const sentence of reader.push(line)) {
        yield sentence;
        if (--left <= 0) return;
      }
  for (const sentence of reader.finish()) {
    yield sentence;
    if (--left <= 0) return;
  }
}

async function countOf(sentences: AsyncIterable<string>): Promise<number> {
  const iterator = sentences[Symbol.asyncIterator]();
  let count = 0;
  while ((await iterator.next()).done !== true) count++;
  return count;
}
