import { expect, test } from 'vitest';
import { EXAMPLE_PLAY, placeOf, playPairs, splitWords } from './playground.ts';

test('a word is found in any case, without the punctuation around it', () => {
  expect(placeOf('light', 'He said: “Light!”')).toBe(2);
  expect(placeOf(' Light ', 'a light-hearted man')).toBe(-1);
  expect(splitWords('Small birds — they say — sing, early.')).toEqual([
    'Small',
    'birds',
    'they',
    'say',
    'sing',
    'early',
  ]);
});

test('every two sentences that have the word are a pair, and heaps change none of them', () => {
  const pairs = playPairs(EXAMPLE_PLAY);
  expect(pairs).toHaveLength(15);
  const moved = { ...EXAMPLE_PLAY, lines: EXAMPLE_PLAY.lines.map((line) => ({ ...line, sense: 2 })) };
  expect(playPairs(moved)).toBe(pairs);
  const without = { ...EXAMPLE_PLAY, lines: EXAMPLE_PLAY.lines.with(0, { text: 'Nothing.', sense: 0 }) };
  expect(playPairs(without).map(({ lines }) => lines[0])).not.toContain(0);
});
