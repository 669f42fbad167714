import { expect, it } from 'vitest';
import { lines } from './index.ts';

it('gives one trimmed line a newline, whichever system wrote it', () => {
  expect(lines(' one \r\ntwo\rthree\nfour')).toEqual(['one', 'two', 'three', 'four']);
});
it('keeps empty lines in their place', () => {
  expect(lines('one\n\ntwo')).toEqual(['one', '', 'two']);
});
it('makes no line of a byte order mark or of the newline at the end', () => {
  expect(lines('\ufeffone\n')).toEqual(['one']);
  expect(lines('')).toEqual([]);
});
