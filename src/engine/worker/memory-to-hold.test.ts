import { expect, test } from 'vitest';
import { freshToHold, lessonsToHold, memoryToHold } from './memory-to-hold.ts';

test('a small device holds fewer vectors, and none more than any other', () => {
  expect(memoryToHold(0.5)).toBeLessThan(5e6);
  expect(memoryToHold(2)).toBeLessThan(20e6);
  expect(memoryToHold(8)).toBe(memoryToHold(undefined));
  expect(memoryToHold(64)).toBe(64e6);
});

test('a download of a BERT-base stays in memory on a common device, and not on a small one', () => {
  expect(freshToHold(4)).toBeGreaterThan(438e6);
  expect(freshToHold(undefined)).toBeGreaterThan(438e6);
  expect(freshToHold(1)).toBeLessThan(200e6);
});

test('all layers of a BERT-base on 20,000 tokens stay in memory on a common computer', () => {
  expect(lessonsToHold(8)).toBeGreaterThan(13 * 768 * 20_000 * Float32Array.BYTES_PER_ELEMENT);
  expect(lessonsToHold(0.5)).toBe(lessonsToHold(1));
  expect(lessonsToHold(undefined)).toBeUndefined();
});
