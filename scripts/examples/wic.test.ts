import { expect, it } from 'vitest';
import { exampleRows } from './example-file.ts';
import { isFormOf } from './forms.ts';

interface Pair {
  readonly word: string;
  readonly pos: string;
  readonly at: readonly number[];
  readonly sentences: readonly string[];
  readonly gold: string;
}

const gold = exampleRows('wic.gold.txt').flat();
const rows = exampleRows('wic.data.txt');
const pairs = rows.map(([word = '', pos = '', at = '', ...sentences], i): Pair => ({
  word,
  pos,
  at: at.split('-').map(Number),
  sentences,
  gold: gold[i] ?? '',
}));

const of = (pos: string, answer: string) => pairs.filter((pair) => pair.pos === pos && pair.gold === answer);

it('has 60 pairs of five columns, and an answer to each', () => {
  expect(rows.map((row) => row.length)).toEqual(Array.from({ length: 60 }, () => 5));
  expect(gold).toHaveLength(60);
});
it('is balanced: of nouns and of verbs, 15 pairs share a sense and 15 do not', () => {
  for (const pos of ['N', 'V']) for (const answer of ['T', 'F']) expect(of(pos, answer)).toHaveLength(15);
});
it('has each word once with the same sense and once with two, so that the word gives nothing away', () => {
  for (const pos of ['N', 'V']) {
    const words = (answer: string) => of(pos, answer).map(({ word }) => word);
    expect(words('T').sort()).toEqual(words('F').sort());
    expect(new Set(words('T')).size).toBe(15);
  }
});
it('points in both sentences at the word or a form of it, which stands there only once', () => {
  for (const { word, at, sentences } of pairs) {
    const found = sentences.map((sentence) =>
      sentence.split(' ').flatMap((token, i) => (isFormOf(token, word) ? [i] : [])),
    );
    expect(found, `${word}: ${sentences.join(' | ')}`).toEqual(at.map((i) => [i]));
  }
});
it('is spaced into tokens, the last of them the full stop', () => {
  for (const sentence of pairs.flatMap(({ sentences }) => sentences))
    expect(sentence).toMatch(/^[A-Z][a-z]*( [A-Za-z]+| ,)+ \.$/);
});
