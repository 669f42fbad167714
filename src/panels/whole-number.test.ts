import { expect, test } from 'vitest';
import { wholeNumber } from './whole-number.ts';

test.each([
  ['0', 0],
  [' 223 ', 223],
  ['007', 7],
])('%j is %d', (text, number) => {
  expect(wholeNumber(text, 255)).toBe(number);
});

test.each(['', ' ', '1e1', '0x10', '-3', '+3', '2.0', '٣', '256', '1 2'])('%j is none up to 255', (text) => {
  expect(wholeNumber(text, 255)).toBeUndefined();
});
