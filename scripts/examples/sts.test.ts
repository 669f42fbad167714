import { expect, it } from 'vitest';
import { exampleRows } from './example-file.ts';
import { wordOverlap } from './word-overlap.ts';

const rows = exampleRows('sts.tsv');
const scores = rows.map((row) => Number(row[4]));

it("has 40 pairs in the seven columns of the STS Benchmark's files", () => {
  expect(rows).toHaveLength(40);
  rows.forEach(([genre, file, year, id, score, ...sentences], i) => {
    expect(['everyday', 'news', 'facts', 'questions']).toContain(genre);
    expect([file, year, id]).toEqual(['tailscope', '2026', String(i).padStart(4, '0')]);
    expect(score).toMatch(/^[0-5]\.(000|250|500|750)$/);
    expect(sentences).toHaveLength(2);
  });
});
it('scores every pair from 0 to 5, with five pairs or more in every fifth of that', () => {
  expect(Math.min(...scores)).toBe(0);
  expect(Math.max(...scores)).toBe(5);
  for (const low of [0, 1, 2, 3, 4]) {
    const within = scores.filter((score) => score >= low && (score < low + 1 || low === 4));
    expect(within.length, `from ${low}`).toBeGreaterThanOrEqual(5);
  }
});
it('has two different sentences in each pair, whole ones', () => {
  for (const [, , , , , one = '', other = ''] of rows) {
    expect(one).not.toBe(other);
    for (const sentence of [one, other]) expect(sentence).toMatch(/^[A-Z][A-Za-z ,]+[.?]$/);
  }
});
it('cannot be scored by counting the words that a pair shares', () => {
  const shared = (low: number, high: number) =>
    rows.flatMap(([, , , , score, one = '', other = '']) =>
      Number(score) >= low && Number(score) <= high ? [wordOverlap(one, other)] : [],
    );
  expect(Math.min(...shared(4, 5))).toBeLessThan(Math.max(...shared(0, 2)));
});
