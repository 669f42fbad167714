import { expect, test } from 'vitest';
import { memoryToHold } from './memory-to-hold.ts';

test('a small device holds fewer vectors, and none more than any other', () => {
  expect(memoryToHold(0.5)).toBeLessThan(5e6);
  expect(memoryToHold(2)).toBeLessThan(20e6);
  expect(memoryToHold(8)).toBe(memoryToHold(undefined));
  expect(memoryToHold(64)).toBe(64e6);
});
