import { expect, it } from 'vitest';
import { majoritySenses, toldRight, type Sensed } from './sense-predictions.ts';

const one = (lemma: string, ...senses: [string, ...string[]]): Sensed => ({ lemma, senses });

it('an item is told right where its neighbour’s label is among its senses', () => {
  const train = [one('bank', 'river'), one('bank', 'money', 'river')];
  const test = [one('bank', 'money', 'blood'), one('bank', 'river')];
  expect([...toldRight(test, train, [0, 1, 1, 0], [1, 0, 1, 99])]).toEqual([1, 1, 0, 0]);
});

it('the majority is each lemma’s most frequent label, the first on ties', () => {
  const train = [one('a', 'x'), one('b', 'y'), one('a', 'z'), one('b', 'w'), one('b', 'w')];
  expect([...majoritySenses(train)]).toEqual([
    ['a', 'x'],
    ['b', 'w'],
  ]);
});
