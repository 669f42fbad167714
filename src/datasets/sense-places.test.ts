import { expect, test } from 'vitest';
import type { SenseText } from './sense-data.ts';
import { sensePlaces } from './sense-places.ts';

const text = (sentences: number, ...items: readonly (readonly [string, number])[]): SenseText => ({
  sentences: Array.from({ length: sentences }, () => ['bank']),
  items: items.map(([from, sentence]) => ({
    from,
    sentence,
    place: 0,
    placeEnd: 1,
    lemma: 'bank',
    senses: ['river'],
  })),
});

test('calls a sentence by its first item, labelled sentences before the others', () => {
  const data = {
    train: text(2, ['train:1', 0], ['train:2', 1]),
    test: text(2, ['d0.s0.t0', 0], ['d0.s0.t1', 0]),
  };
  expect(sensePlaces(data, [1, 2])).toEqual(['train:2', 'd0.s0.t0']);
});

test('has no place for a sentence without an item', () => {
  expect(sensePlaces({ train: text(1, ['a', 0]), test: text(2, ['b', 0]) }, [2])).toEqual(['']);
});
