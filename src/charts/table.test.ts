import { describe, expect, it } from 'vitest';
import { csvText } from './table.ts';

describe('csvText', () => {
  it('writes a header and rows, each ended as RFC 4180 has it', () => {
    expect(csvText({ columns: ['dimension', 'mean'], rows: [[223, -3.32]] })).toBe(
      'dimension,mean\r\n223,-3.32\r\n',
    );
  });
  it('writes the number of what has a name', () => {
    const rows = [[{ text: 'embeddings', value: 0 }, -1]];
    expect(csvText({ columns: ['layer', 'z'], rows })).toBe('layer,z\r\n0,-1\r\n');
  });
  it('quotes commas, quotes and line breaks', () => {
    expect(csvText({ columns: ['a'], rows: [['x, "y"\nz']] })).toBe('a\r\n"x, ""y""\nz"\r\n');
  });
  it('keeps a spreadsheet from running a token as a formula', () => {
    expect(csvText({ columns: ['token'], rows: [['=1+1'], ['-'], ['+'], ['@']] })).toBe(
      "token\r\n'=1+1\r\n'-\r\n'+\r\n'@\r\n",
    );
  });
  it('writes a float as the float it was', () => {
    expect(csvText({ columns: ['v'], rows: [[Math.fround(0.085)]] })).toBe('v\r\n0.085\r\n');
  });
});
