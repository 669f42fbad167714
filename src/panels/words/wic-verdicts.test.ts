import { expect, test } from 'vitest';
import { SHOWS, isShown, verdicts } from './wic-verdicts.ts';

const pairs = verdicts([0.9, 0.2, 0.6], [0.4, 0.1, 0.7], [1, 1, 0], 0.5);

test('a pair is told right where its cosine is over the threshold and the sense the same, or neither', () => {
  expect(pairs.map(({ rightBefore, rightAfter }) => [rightBefore, rightAfter])).toEqual([
    [true, false],
    [false, false],
    [false, false],
  ]);
});

test('what is told wrong is told so after the cut, and what changed is told otherwise before it', () => {
  expect(SHOWS.map((show) => pairs.filter((one) => isShown(one, show)).map(({ pair }) => pair))).toEqual([
    [0, 1, 2],
    [0, 1, 2],
    [0],
  ]);
});

test('without a cut nothing changes', () => {
  const whole = verdicts([0.9], undefined, [1], 0.5);
  expect(whole).toEqual([{ pair: 0, before: 0.9, after: undefined, rightBefore: true, rightAfter: true }]);
});
