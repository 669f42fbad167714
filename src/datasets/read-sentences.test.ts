import { expect, it } from 'vitest';
import { readLineSentences, readSentences } from './index.ts';

const code = (expected: string): unknown => expect.objectContaining({ code: expected });

it('reads one sentence a line of a plain text, leaving out empty lines', () => {
  expect(readSentences('a.txt', '\ufeffone\r\n\n two \n')).toEqual(['one', 'two']);
});
it('reads the column named sentence of a .tsv, wherever it is, quotes and all', () => {
  expect(readSentences('a.tsv', 'label\tsentence\n0\t"one\n1\ttwo"\n')).toEqual(['"one', 'two"']);
});
it('throws when there is no sentence', () => {
  expect(() => readSentences('a.txt', '\n \n')).toThrow(code('no-sentences'));
  expect(() => readSentences('a.tsv', 'sentence\n')).toThrow(code('no-sentences'));
});
it('tells whoever gave an empty .tsv what a .tsv needs, not to write one sentence a line', () => {
  for (const text of ['', '\n', 'sentence\n']) {
    const remedy = expect.stringContaining('column “sentence”') as string;
    expect(() => readSentences('a.tsv', text)).toThrow(
      expect.objectContaining({ code: 'no-sentences', remedy }),
    );
  }
});
it('throws when no column is named sentence, and names those there are', () => {
  expect(() => readSentences('a.tsv', 'text\tlabel\nx\t0')).toThrow(code('no-sentence-column'));
  expect(() => readSentences('a.tsv', 'text\tlabel\nx\t0')).toThrow(/text, label/);
});
it('throws when a row is too short, and names its line', () => {
  expect(() => readSentences('a.tsv', 'label\tsentence\n0\tone\n1')).toThrow(code('row-short'));
  expect(() => readSentences('a.tsv', 'label\tsentence\n0\tone\n1')).toThrow(/Line 3, column 2 of a\.tsv/);
  expect(() => readSentences('a.tsv', 'label\tsentence\n0\tone\n1')).toThrow(/Line 3/);
});
it('tells the lines of a plain text and of a table that have no sentence', () => {
  expect(readLineSentences('a.txt', 'one\n\n two \n')).toEqual([
    { line: 1, sentence: 'one' },
    { line: 2, sentence: '' },
    { line: 3, sentence: 'two' },
  ]);
  const table = '\nlabel\tsentence\n0\tone\n1\t\n\n2\ttwo\n';
  expect(readLineSentences('a.tsv', table)).toEqual([
    { line: 1, sentence: '' },
    { line: 3, sentence: 'one' },
    { line: 4, sentence: '' },
    { line: 5, sentence: '' },
    { line: 6, sentence: 'two' },
  ]);
});
