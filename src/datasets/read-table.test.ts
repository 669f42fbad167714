import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';
import { columnOf, likelyColumn, tableKind } from './table.ts';

const csv = (text: string) => readTable({ name: 'a.csv', text }, 'csv');
const tsv = (text: string) => readTable({ name: 'a.tsv', text }, 'tsv');

describe('a table', () => {
  it('is told by the ending of its name', () => {
    expect(['a.tsv', 'A.TSV', 'a.csv', 'a.txt', 'csv'].map(tableKind)).toEqual([
      'tsv',
      'tsv',
      'csv',
      undefined,
      undefined,
    ]);
  });

  it('is named by its first line, where that is names', () => {
    expect(tsv('label\tsentence\n0\tIt rains.\n').columns).toEqual(['label', 'sentence']);
    expect(tsv('0\tIt rains.\n1\tIt snows.\n')).toMatchObject({
      columns: ['1', '2'],
      rows: [
        ['0', 'It rains.'],
        ['1', 'It snows.'],
      ],
      lines: [1, 2],
    });
    expect(csv('yes,yes\nA.,B.\n').columns).toEqual(['1', '2']);
  });

  it('takes quotes for letters in a .tsv, and for quotes in a .csv, where cells may have commas and line breaks', () => {
    expect(tsv('label\tsentence\n0\t"Oh\n').rows).toEqual([['0', '"Oh']]);
    const text = 'label,sentence\n0,"He said ""no"", twice."\n1,"Two\nlines."\n\n2,Plain.\n';
    expect(csv(text)).toEqual({
      columns: ['label', 'sentence'],
      rows: [
        ['0', 'He said "no", twice.'],
        ['1', 'Two lines.'],
        ['2', 'Plain.'],
      ],
      lines: [2, 3, 6],
      blank: [5],
    });
  });

  it('reads semicolons, Windows line ends and a byte-order mark', () => {
    expect(csv('\ufefflabel;sentence\r\n0;One, two.\r\n1;Three.\r\n')).toEqual({
      columns: ['label', 'sentence'],
      rows: [
        ['0', 'One, two.'],
        ['1', 'Three.'],
      ],
      lines: [2, 3],
      blank: [],
    });
  });

  it('says at which line and column a quote is never closed, or is followed by text', () => {
    expect(() => csv('label,sentence\n0,One.\n1,"Two.\n2,Three.\n')).toThrow(
      expect.objectContaining({
        code: 'csv-quotes',
        message: expect.stringMatching(/Line 3, column 3 of/) as string,
      }),
    );
    // text after the end of a quoted cell, in a row that began a line above
    expect(() => csv('label,sentence\n"a\nb","One" two.\n')).toThrow(/Line 3, column 4 of/);
  });

  it('finds the column of sentences by its name, or else by its length', () => {
    expect(likelyColumn(tsv('Text\tnote\nA.\tmuch longer than that\n'))).toBe('Text');
    expect(likelyColumn(tsv('id\tutterance\n1\tIt rains today.\n'))).toBe('utterance');
    expect(likelyColumn(tsv(''))).toBe('');
  });

  it('gives a column, with the lines of the rows that do not reach it', () => {
    const table = tsv('label\tsentence\n0\tOne.\n1\n\n2\tThree.\n');
    expect(columnOf(table, 'sentence')).toEqual({ cells: ['One.', '', 'Three.'], short: [3] });
    expect(columnOf(table, 'text')).toBeUndefined();
  });

  it('reads back whatever cells were written as a .csv', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replaceAll(/\s+/g, ' ').trim());
    const rows = fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, (cells) => {
        const text = [['a', 'b', 'c'], ...cells]
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        expect(csv(text).rows).toEqual(cells);
      }),
    );
  });
});
