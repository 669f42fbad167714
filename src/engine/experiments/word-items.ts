import type { Missing } from '../../protocol/experiments/missing.ts';
import { createWordReader, type ReadWords, type Tokenizer, type WordSpan } from '../../text/index.ts';
import { CorpusBuilder, type Corpus } from '../corpus.ts';

/** Sentences given as words, tokenized, with the tokens of each word. */
export class WordSentences {
  readonly corpus: Corpus;
  readonly #read: readonly (ReadWords | undefined)[];

  private constructor(corpus: Corpus, read: readonly (ReadWords | undefined)[]) {
    this.corpus = corpus;
    this.#read = read;
  }

  /** @param pause awaited now and then */
  static async read(
    tokenizer: Tokenizer,
    sentences: readonly (readonly string[])[],
    pause: () => Promise<void> = () => Promise.resolve(),
  ): Promise<WordSentences> {
    const reader = createWordReader(tokenizer);
    // a word's tokens are counted from the sentence's first, so all are to be measured
    const corpus = new CorpusBuilder(tokenizer, 'include');
    const read: ReadWords[] = [];
    for (const [index, words] of sentences.entries()) {
      if (index > 0 && index % STRETCH === 0) await pause();
      const one = reader.read(words);
      read.push(one);
      corpus.add(index, one.encoded);
    }
    return new WordSentences(corpus.finish(), read);
  }

  /** The tokens of the words from `place` to `end`, or why there are none. */
  tokens(sentence: number, place: number, end: number): WordSpan | Missing['why'] {
    const read = this.#read[sentence];
    if (read?.spans === undefined) return 'unread';
    if (place < 0 || place >= end || end > read.spans.length) return 'no-place';
    const [first, last] = [read.spans[place], read.spans[end - 1]];
    if (!first || !last) return 'cut-off';
    return last.to > first.from ? { from: first.from, to: last.to } : 'no-tokens';
  }
}

/** Sentences read without a pause: some 5 ms. */
const STRETCH = 100;
