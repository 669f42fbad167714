import { expect, it } from 'vitest';
import { lines } from './lines.ts';

it('gives one line a newline, whichever system wrote it', () => {
  expect(lines(' one \r\ntwo\rthree\nfour')).toEqual([' one ', 'two', 'three', 'four']);
});
it('keeps empty lines in their place', () => {
  expect(lines('one\n\ntwo')).toEqual(['one', '', 'two']);
  expect(lines('\r\rone\r\n\r\n')).toEqual(['', '', 'one', '']);
});
it('makes no line of a byte order mark or of the newline at the end', () => {
  expect(lines('\ufeffone\n')).toEqual(['one']);
  expect(lines('')).toEqual([]);
});
it('keeps what only some programs take for a newline, and the tabs of a table', () => {
  expect(lines('a\u2028b\u0085c\n\td\t')).toEqual(['a\u2028b\u0085c', '\td\t']);
});
