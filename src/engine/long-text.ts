import { shuffled, type Random } from '../core/random.ts';
import type { Tokenizer } from '../text/index.ts';
import { readCorpus, type Corpus } from './corpus.ts';

/**
 * Sentences kept as tokens at a time. What a longer text has of them is counted and let go, so that
 * memory does not grow with it; tokenizing them once more takes a hundredth of the time they run.
 */
const CHUNK = 4096;

/** A text of any length, on its way through the network. */
export interface LongText {
  /** Sentences with at least one measured token. */
  readonly sentences: number;
  /** First measured token of each of these, in the order of the text, and the number of tokens at the end. */
  readonly starts: Uint32Array;
  /**
   * The sentences, some thousands at a time, their tokens numbered through the whole text. Those of a
   * text of several chunks come in a random order: however few have come, they are a fair sample.
   */
  readonly chunks: () => AsyncGenerator<Corpus>;
}

export interface ReadOptions {
  readonly random: Random;
  /** Awaited now and then; rejecting it ends the reading. */
  readonly pause?: () => Promise<void>;
  /** Default CHUNK. */
  readonly chunk?: number;
}

/**
 * @param texts one sentence each; empty ones are skipped
 * @param specials whether special tokens are measured; they are always fed to the model
 */
export async function readLongText(
  tokenizer: Tokenizer,
  texts: readonly string[],
  specials: 'include' | 'exclude',
  { random, pause, chunk = CHUNK }: ReadOptions,
): Promise<LongText> {
  if (texts.length <= chunk) {
    const corpus = await readCorpus(tokenizer, texts, specials, pause);
    const starts = Uint32Array.from([...corpus.sentences.map(({ start }) => start), corpus.tokens]);
    return { sentences: corpus.sentences.length, starts, chunks: () => only(corpus) };
  }
  const read = (lines: readonly string[]) => readCorpus(tokenizer, lines, specials, pause);
  /** First measured token of every line; that of the next where a line has none. */
  const firsts = new Uint32Array(texts.length + 1);
  for (let from = 0; from < texts.length; from += chunk) {
    const { sentences } = await read(texts.slice(from, from + chunk));
    for (const { index, measured } of sentences) firsts[from + index + 1] = measured.length;
    await pause?.();
  }
  for (let line = 0; line < texts.length; line++)
    firsts[line + 1] = (firsts[line] ?? 0) + (firsts[line + 1] ?? 0);
  const isThere = (line: number) => firsts[line] !== firsts[line + 1];
  const order = shuffled(texts.length, random);
  const starts = firsts.filter((_, line) => line === texts.length || isThere(line));
  async function* chunks(): AsyncGenerator<Corpus> {
    for (let from = 0; from < order.length; from += chunk) {
      // in the order of the text, so that nothing else depends on how it was shuffled
      const lines = order.slice(from, from + chunk).sort();
      const corpus = await read(Array.from(lines, (line) => texts[line] ?? ''));
      const sentences = corpus.sentences.map((sentence) => {
        const index = lines[sentence.index] ?? 0;
        return { ...sentence, index, start: firsts[index] ?? 0 };
      });
      yield { ...corpus, sentences };
    }
  }
  return { sentences: starts.length - 1, starts, chunks };
}

// eslint-disable-next-line @typescript-eslint/require-await -- a chunk that is there already
async function* only(corpus: Corpus): AsyncGenerator<Corpus> {
  yield corpus;
}
