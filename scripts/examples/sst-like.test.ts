import { expect, it } from 'vitest';
import { exampleRows } from './example-file.ts';
import { wordOverlap } from './word-overlap.ts';

const [head, ...rows] = exampleRows('sst-like.tsv');
const train = rows.slice(0, 60);
const test = rows.slice(60);

const labelled = (part: string[][], label: string) => part.filter((row) => row[1] === label);

it('has the columns of SST-2, and 80 sentences in them', () => {
  expect(head).toEqual(['sentence', 'label']);
  expect(rows).toHaveLength(80);
  for (const row of rows) expect(row).toHaveLength(2);
});
it('is balanced in the 60 rows to train with, and in the 20 to test with', () => {
  for (const label of ['0', '1']) {
    expect(labelled(train, label)).toHaveLength(30);
    expect(labelled(test, label)).toHaveLength(10);
  }
});
it('mixes the two labels in each part, so that any stretch of rows has both', () => {
  for (let at = 0; at + 10 <= rows.length; at += 10)
    for (const label of ['0', '1'])
      expect(labelled(rows.slice(at, at + 10), label).length).toBeGreaterThan(0);
});
it('tests with no sentence that shares half of its words with one that it trained with', () => {
  for (const [tested = ''] of test)
    for (const [seen = ''] of train) expect(wordOverlap(tested, seen), `${tested} ${seen}`).toBeLessThan(0.5);
});
it('tests with words that it could learn: nearly every one has a word that tells its label in training', () => {
  const words = (row: string[]) => new Set(row[0]?.match(/[a-z]+/g));
  const inLabel = (label: string, word: string) =>
    labelled(train, label).filter((row) => words(row).has(word)).length;
  const tells = (row: string[]) =>
    [...words(row)].some((word) => {
      const [same, other] = [inLabel(row[1] ?? '', word), inLabel(row[1] === '1' ? '0' : '1', word)];
      return same >= 2 && other === 0;
    });
  expect(test.filter(tells).length).toBeGreaterThanOrEqual(18);
});
it('is spaced into lower case tokens, the last of them the full stop', () => {
  for (const [sentence] of rows) expect(sentence).toMatch(/^[a-z]+( [a-z]+| ,)+ \.$/);
});
