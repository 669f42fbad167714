import type { SenseData, SenseItem, SenseText } from '../../datasets/index.ts';
import type { Missing } from '../../protocol/experiments/missing.ts';
import type { Tokenizer } from '../../text/index.ts';
import type { Corpus } from '../corpus.ts';
import type { Item } from '../item-vectors.ts';
import { WordSentences } from './word-items.ts';

/** A lemma's items, as the request numbers them and as the plan does. */
export interface SenseWord {
  readonly lemma: string;
  /** Number of its first item among all that are measured. */
  readonly first: number;
  readonly tests: readonly number[];
  readonly testItems: readonly number[];
  readonly trains: readonly number[];
  readonly trainItems: readonly number[];
}

/** Labelled words and those to be told by them, tokenized. */
export interface ReadSenses {
  readonly corpus: Corpus;
  readonly items: readonly Item[];
  readonly words: readonly SenseWord[];
  readonly missing: readonly Missing[];
}

/** Finds the tokens of every item, and puts those of a lemma together. */
export async function readSenses(
  tokenizer: Tokenizer,
  { train, test }: SenseData,
  pause: (() => Promise<void>) | undefined,
): Promise<ReadSenses> {
  const sentences = await WordSentences.read(tokenizer, [...train.sentences, ...test.sentences], pause);
  const items: Item[] = [];
  const missing: Missing[] = [];
  const byLemma = (text: SenseText, firstSentence: number) => {
    const lemmas = new Map<string, { own: number; item: number }[]>();
    for (const [own, one] of text.items.entries()) {
      const item = itemOf(sentences, one, firstSentence);
      if (typeof item === 'string') {
        missing.push({ from: one.from, why: item });
        continue;
      }
      const others = lemmas.get(one.lemma);
      if (others) others.push({ own, item: items.length });
      else lemmas.set(one.lemma, [{ own, item: items.length }]);
      items.push(item);
    }
    return lemmas;
  };
  const trained = byLemma(train, 0);
  const words: SenseWord[] = [];
  let first = 0;
  for (const [lemma, tests] of byLemma(test, train.sentences.length)) {
    const trains = trained.get(lemma);
    if (!trains) {
      for (const { own } of tests) missing.push({ from: test.items[own]?.from ?? '', why: 'no-label' });
      continue;
    }
    words.push({
      lemma,
      first,
      tests: tests.map(({ own }) => own),
      testItems: tests.map(({ item }) => item),
      trains: trains.map(({ own }) => own),
      trainItems: trains.map(({ item }) => item),
    });
    first += tests.length;
  }
  return { corpus: sentences.corpus, items, words, missing };
}

function itemOf(sentences: WordSentences, one: SenseItem, firstSentence: number): Item | Missing['why'] {
  const sentence = firstSentence + one.sentence;
  const tokens = sentences.tokens(sentence, one.place, one.placeEnd);
  return typeof tokens === 'string' ? tokens : { sentence, tokens };
}
