import { expect, it } from 'vitest';
import { wordOverlap } from './word-overlap.ts';

it('is the share of words in both, whatever their case, order, number and marks', () => {
  expect(wordOverlap('The cat sat.', 'sat the , cat cat')).toBe(1);
  expect(wordOverlap('a b c', 'b c d')).toBe(0.5);
});
it('is 0 without words', () => {
  expect(wordOverlap('', '.')).toBe(0);
  expect(wordOverlap('', 'a')).toBe(0);
});
