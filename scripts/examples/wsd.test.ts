import { describe, expect, it } from 'vitest';
import { exampleFiles, exampleRows, exampleText, wsdWords } from './example-file.ts';
import { isFormOf } from './forms.ts';
import { wordOverlap } from './word-overlap.ts';

const splits = { train: 3, test: 2 };
const words = wsdWords();

it('has 12 words, each a folder of the five files of CoarseWSD-20', () => {
  const files = ['classes_map.txt', 'test.data.txt', 'test.gold.txt', 'train.data.txt', 'train.gold.txt'];
  expect(words).toHaveLength(12);
  expect(exampleFiles().filter((path) => path.startsWith('wsd/'))).toEqual(
    words.flatMap((word) => files.map((file) => `wsd/${word}/${file}`)),
  );
});

describe.each(words)('%s', (word) => {
  it('names two senses, 0 and 1, after the word', () => {
    const senses = JSON.parse(exampleText(`wsd/${word}/classes_map.txt`)) as Record<string, string>;
    expect(Object.keys(senses)).toEqual(['0', '1']);
    for (const sense of Object.values(senses)) expect(sense).toMatch(new RegExp(`^${word}_[a-z]+$`));
    expect(new Set(Object.values(senses)).size).toBe(2);
  });
  it.each(Object.entries(splits))(
    'has for %s %i sentences of each sense, and a class to each',
    (split, n) => {
      const gold = exampleRows(`wsd/${word}/${split}.gold.txt`).flat();
      expect(gold.toSorted()).toEqual([...Array<string>(n).fill('0'), ...Array<string>(n).fill('1')]);
      expect(exampleRows(`wsd/${word}/${split}.data.txt`)).toHaveLength(gold.length);
    },
  );
  it.each(Object.keys(splits))('points in %s at the word or its plural, in lower case tokens', (split) => {
    for (const [at, sentence = '', ...more] of exampleRows(`wsd/${word}/${split}.data.txt`)) {
      const tokens = sentence.split(' ');
      const found = tokens.flatMap((token, i) => (isFormOf(token, word) ? [String(i)] : []));
      expect(found[0], sentence).toBe(at);
      expect(sentence).toMatch(/^[a-z]+( [a-z]+| ,)+ \.$/);
      expect(more).toEqual([]);
    }
  });
  it('tests with no sentence that shares half of its words with one that it trained with', () => {
    const of = (split: string) =>
      exampleRows(`wsd/${word}/${split}.data.txt`).map(([, sentence = '']) => sentence);
    for (const tested of of('test'))
      for (const seen of of('train'))
        expect(wordOverlap(tested, seen), `${tested} ${seen}`).toBeLessThan(0.5);
  });
});
