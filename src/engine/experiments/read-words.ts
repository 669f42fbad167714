import { createWordReader, sentenceWords, type SentenceWord, type Tokenizer } from '../../text/index.ts';
import { CorpusBuilder, type Corpus } from '../corpus.ts';

/** A text, tokenized, and the words of its sentences. */
export interface WordCorpus {
  readonly corpus: Corpus;
  /** Of every sentence; none where words and tokens do not fit together. */
  readonly words: readonly (readonly SentenceWord[])[];
  /** Numbers of the sentences whose words and tokens do not fit together. */
  readonly unread: readonly number[];
}

/** Sentences read without a pause: some 5 ms. */
const STRETCH = 100;

export async function readWords(
  tokenizer: Tokenizer,
  sentences: readonly string[],
  specials: 'include' | 'exclude',
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<WordCorpus> {
  const reader = createWordReader(tokenizer);
  const corpus = new CorpusBuilder(tokenizer, specials);
  const words: (readonly SentenceWord[])[] = [];
  const unread: number[] = [];
  for (const [index, sentence] of sentences.entries()) {
    if (index > 0 && index % STRETCH === 0) await pause();
    const read = sentence.trim() === '' ? undefined : sentenceWords(reader, sentence);
    words.push(read?.words ?? []);
    if (!read) continue;
    corpus.add(index, read.encoded);
    if (read.words === undefined) unread.push(index);
  }
  return { corpus: corpus.finish(), words, unread };
}
