import { expect, test } from 'vitest';
import { pointsElsewhere } from './points-elsewhere.ts';

const pair = (word: string, first: string, second: string, places: readonly [number, number]) => ({
  line: 1,
  word,
  kind: 'V',
  sentences: [first.split(' '), second.split(' ')] as const,
  places,
  same: true,
});

test.each([
  ['carry', 'You must carry your gear .', 'It carries on .', [0, 1]],
  ['carry', 'You must carry your gear .', 'It carries on .', [2, 0]],
  ['run', 'They were running late .', 'Run !', [1, 0]],
] as const)('a place that is another word’s is noticed: %s in “%s”, “%s” at %j', (word, a, b, places) => {
  expect(pointsElsewhere(pair(word, a, b, places))).toBe(true);
});

test.each([
  ['carry', 'You must carry your gear .', 'It carries on .', [2, 1]],
  ['bring', 'She brought it .', 'Bring me that .', [1, 0]],
  // no form of the word stands elsewhere
  ['go', 'He went home .', 'Go !', [1, 0]],
  // a place that the sentence does not have is told as such
  ['carry', 'You carry .', 'It carries .', [9, 1]],
] as const)('a form of the word is none: %s in “%s”, “%s” at %j', (word, a, b, places) => {
  expect(pointsElsewhere(pair(word, a, b, places))).toBe(false);
});
