import { expect, test } from 'vitest';
import type { WicPair } from '../../datasets/index.ts';
import { placesOf } from './places-of.ts';

const pair = (line: number): WicPair => ({
  line,
  word: 'bank',
  kind: 'N',
  sentences: [['bank'], ['bank']],
  places: [0, 0],
  same: true,
});

test('both sentences of a pair are on its line, which is named once', () => {
  expect(placesOf('wic', { data: [pair(1), pair(4)] }, [1, 2, 3])).toEqual(['1', '4']);
});
