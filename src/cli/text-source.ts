import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { TailscopeError } from '../core/error.ts';
import { SentenceReader, type LineSentence } from '../datasets/index.ts';
import { lines } from '../text/lines.ts';
import type { Arguments } from './arguments.ts';
import { typedText } from './data-files.ts';
import { fileLines } from './file-lines.ts';

/** Lines that give no sentence: how many, and the first of them. */
export interface EmptyLines {
  readonly count: number;
  readonly lines: readonly number[];
}

/** Lines named of those that give no sentence: a file may have millions. */
const MOST_NAMED = 100;

/** The sentences that the command was given, read from where they lie as often as they are asked for. */
export interface TextSource {
  readonly name: string;
  /** Of the whole file, or of the text typed, in hexadecimal. */
  readonly sha256: string;
  /** How many there are, `limit` at most. */
  readonly count: number;
  readonly read: () => AsyncGenerator<string>;
  /** Lines without a sentence, up to the last sentence that is read. */
  readonly empty: EmptyLines;
  /** Lines, from 1, that sentences are on, by their numbers, from 0 and rising. */
  readonly linesOf: (sentences: readonly number[]) => Promise<readonly number[]>;
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
    return { name, sha256, ...(await source(() => sentencesIn(name, column, [lines(text)]), limit)) };
  }
  const { path } = data;
  const name = basename(path);
  const hash = createHash('sha256');
  // all of it, whatever the limit: the hash is the file's, and so is what is wrong with it
  const blocks = fileLines(path, (bytes) => hash.update(bytes));
  const found = await source(
    () => sentencesIn(name, column, fileLines(path)),
    limit,
    sentencesIn(name, column, blocks),
  );
  return { name, sha256: hash.digest('hex'), ...found };
}

/** @param whole what is looked through at once, in place of a reading of its own */
async function source(
  all: () => AsyncGenerator<LineSentence>,
  limit: number,
  whole = all(),
): Promise<Omit<TextSource, 'name' | 'sha256'>> {
  let count = 0;
  let empty = 0;
  const named: number[] = [];
  for await (const { line, sentence } of whole) {
    // the rest is read for its hash, and for what is wrong with it
    if (count === limit) continue;
    if (sentence !== '') count++;
    else if (++empty <= MOST_NAMED) named.push(line);
  }
  async function* read(): AsyncGenerator<string> {
    for await (const { sentence } of within(all(), limit)) yield sentence;
  }
  const linesOf = async (sentences: readonly number[]): Promise<readonly number[]> => {
    const wanted = new Set(sentences);
    const found: number[] = [];
    let number = 0;
    if (wanted.size > 0)
      for await (const { line } of within(all(), (sentences.at(-1) ?? 0) + 1))
        if (wanted.has(number++)) found.push(line);
    return found;
  };
  return { count, read, empty: { count: empty, lines: named }, linesOf };
}

/** The first so many sentences, without the lines that have none. */
async function* within(all: AsyncGenerator<LineSentence>, limit: number): AsyncGenerator<LineSentence> {
  let left = limit;
  for await (const one of all) {
    if (one.sentence === '') continue;
    yield one;
    if (--left <= 0) return;
  }
}

async function* sentencesIn(
  name: string,
  column: string | undefined,
  blocks: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): AsyncGenerator<LineSentence> {
  const reader = new SentenceReader(name, column);
  for await (const block of blocks) for (const line of block) yield* reader.push(line);
  yield* reader.finish();
}
