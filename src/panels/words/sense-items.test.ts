import { expect, test } from 'vitest';
import { confusionOf, type Near, type ToldItem } from './sense-items.ts';

const near = (sense: string): readonly Near[] => [{ labelled: 0, sense, cosine: 0.9 }];
const item = (had: string, before: string, after?: string): ToldItem => ({
  item: 0,
  senses: [had],
  before: near(before),
  after: after === undefined ? undefined : near(after),
});

test('counts how often each sense is told as each, before and after the cut', () => {
  const { senses, before, after } = confusionOf([
    item('river', 'river', 'river'),
    item('river', 'money', 'river'),
    item('money', 'money', 'river'),
  ]);
  expect(senses).toEqual(['money', 'river']);
  expect(before).toEqual([
    [1, 0],
    [1, 1],
  ]);
  expect(after).toEqual([
    [0, 1],
    [0, 2],
  ]);
});

test('of several senses that count as right, the one that is told is the one it has', () => {
  const two = { ...item('a', 'b'), senses: ['a', 'b'] as const };
  expect(confusionOf([two])).toEqual({
    senses: ['a', 'b'],
    before: [
      [0, 0],
      [0, 1],
    ],
    after: undefined,
  });
});

test('has no senses without items', () => {
  expect(confusionOf([])).toEqual({ senses: [], before: [], after: undefined });
});
