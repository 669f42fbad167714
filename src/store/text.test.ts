import { expect, test } from 'vitest';
import { createAppStore } from './store.ts';
import { selectBrokenLines } from './text.ts';

test('lines with half of a character are told from whole emoji and from right-to-left text', () => {
  const { getState } = createAppStore({ typed: 'A \u{1f600} here.\nlone \ud83d\n\u05e9\u05dc\n\udc00' });
  expect(selectBrokenLines(getState())).toEqual([2, 4]);
});
