import { expect, it } from 'vitest';
import { readSentences } from '../../src/datasets/index.ts';
import { exampleText } from './example-file.ts';

const sentences = readSentences('sentences.txt', exampleText('sentences.txt'));

/** Words whose occurrences are all over any English text. */
const functionWords = new Set(
  'the a an of and to in on is was for at from by with that had has it its he she we his her our they are every there no'.split(
    ' ',
  ),
);

it('has 200 different sentences, each whole and on its own line', () => {
  expect(sentences).toHaveLength(200);
  expect(new Set(sentences.map((sentence) => sentence.toLowerCase())).size).toBe(200);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][A-Za-z0-9 ,]+\.$/);
});
it('repeats content words, so that self-similarity has enough: 20 of them in 12 sentences or more', () => {
  const counts = new Map<string, number>();
  for (const sentence of sentences)
    for (const word of new Set(sentence.toLowerCase().match(/[a-z]+/g)))
      if (!functionWords.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const repeated = [...counts].filter(([, count]) => count >= 12).map(([word]) => word);
  expect(repeated.length, repeated.join(' ')).toBeGreaterThanOrEqual(20);
});
