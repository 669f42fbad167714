import type { WicPair } from '../../datasets/index.ts';
import { memo } from '../memo.ts';

/** One word in sentences of a person's own, each in the heap of a sense. */
export interface Playground {
  readonly word: string;
  readonly lines: readonly PlayLine[];
}

export interface PlayLine {
  readonly text: string;
  /** Heaps are numbered from 0. */
  readonly sense: number;
}

/** Two of the sentences, as Word in Context has them; whether the sense is the same is the heaps' affair. */
export type PlayPair = WicPair & { readonly lines: readonly [number, number] };

/** Sentences whose pairs fit a matrix and run while one types. */
export const MOST_LINES = 12;
export const MOST_SENSES = 4;

export const EXAMPLE_PLAY: Playground = {
  word: 'light',
  lines: [
    { text: 'A light burned in the window all night.', sense: 0 },
    { text: 'She turned off the light and went to bed.', sense: 0 },
    { text: 'The morning light fell on the table.', sense: 0 },
    { text: 'The bag was so light that a child could carry it.', sense: 1 },
    { text: 'He packed a light coat for the journey.', sense: 1 },
    { text: 'After a light lunch they walked home.', sense: 1 },
  ],
};

/** Characters around a word that are no part of it. */
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Place of the word among the sentence's, from 0, in any case of its letters; -1 where it is none of them. */
export function placeOf(word: string, text: string): number {
  const wanted = word.trim().toLocaleLowerCase();
  return splitWords(text).findIndex((one) => one.toLocaleLowerCase() === wanted);
}

/** The words of a sentence, the punctuation around them left out. */
export function splitWords(text: string): readonly string[] {
  return text.split(/\s+/).flatMap((chunk) => {
    const bare = chunk.replace(AROUND, '');
    return bare === '' ? [] : [bare];
  });
}

const pairsOf = memo((word: string, texts: string): readonly PlayPair[] => {
  const found = texts.split('\n').flatMap((text, line) => {
    const place = placeOf(word, text);
    return place < 0 ? [] : [{ line, place, words: splitWords(text) }];
  });
  return found.flatMap((a, i) =>
    found.slice(i + 1).map((b) => ({
      line: a.line + 1,
      word,
      kind: '',
      sentences: [a.words, b.words] as const,
      places: [a.place, b.place] as const,
      same: false,
      lines: [a.line, b.line] as const,
    })),
  );
});

/** Every two sentences that have the word, each once; the same pairs whatever heaps the sentences are in. */
export function playPairs({ word, lines }: Playground): readonly PlayPair[] {
  return pairsOf(word, lines.map(({ text }) => text.replaceAll('\n', ' ')).join('\n'));
}
