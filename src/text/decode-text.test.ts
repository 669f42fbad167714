import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decodeText', () => {
  test('gives back every text that was written as UTF-8', () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 40 })
      .filter((s) => !s.includes('\0') && !s.startsWith('\ufeff'));
    fc.assert(
      fc.property(text, (given) => {
        expect(decodeText('a.txt', utf8(given))).toBe(given);
      }),
    );
  });

  test('refuses a picture, naming it and where it has a NUL byte', () => {
    const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
    expect(() => decodeText('x.png', png)).toThrow(
      expect.objectContaining({
        code: 'not-text',
        sentence: expect.stringMatching(/x\.png is no text file.*byte 9/) as string,
      }),
    );
  });

  test('refuses Latin-1, naming its line and saying how to save it', () => {
    const latin1 = bytes(...utf8('One.\nTwo.\nCaf'), 0xe9, 0x0a);
    expect(() => decodeText('old.txt', latin1)).toThrow(
      expect.objectContaining({
        code: 'not-utf8',
        sentence: expect.stringMatching(/old\.txt is not UTF-8: .*line 3, column 4/) as string,
        remedy: expect.stringContaining('Save it as UTF-8') as string,
      }),
    );
  });

  test('refuses UTF-16 by its mark, though it is full of NUL bytes', () => {
    expect(() => decodeText('wide.txt', bytes(0xff, 0xfe, 0x41, 0))).toThrow(
      /wide\.txt is not UTF-8.*UTF-16/,
    );
  });

  test('refuses a character that the file’s end cuts off', () => {
    expect(() => decodeText('cut.txt', utf8('é').subarray(0, 1))).toThrow(/line 1, column 1/);
  });

  test('counts characters and not bytes up to what is none', () => {
    const broken = bytes(...utf8('One.\nÄü€😀'), 0xff, ...utf8('more'));
    expect(() => decodeText('a.txt', broken)).toThrow(/line 2, column 5/);
  });
});
