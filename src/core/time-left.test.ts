import { expect, it } from 'vitest';
import { timeLeftText } from './time-left.ts';

it.each([
  [0.2, '1 s left'],
  [13, '15 s left'],
  [56, '1 min left'],
  [3500, '58 min left'],
  [4000, '1 h 7 min left'],
])('%d seconds are said as %s', (seconds, text) => {
  expect(timeLeftText(seconds)).toBe(text);
});
