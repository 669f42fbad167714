import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { confusionOf, type Near, type ToldItem } from './sense-items.ts';

const near = (sense: string): readonly Near[] => [{ labelled: 0, sense, cosine: 0.9 }];
const item = (had: string, before: string, after?: string): ToldItem => ({
  item: 0,
  senses: [had],
  before: near(before),
  after: after === undefined ? undefined : near(after),
});

const Sensed = v.object({ lemma: v.string(), senses: v.tupleWithRest([v.string()], v.string()) });
const Fixture = v.object({
  senses: v.object({
    train: v.array(Sensed),
    test: v.array(Sensed),
    nearest: v.array(v.number()),
    words: v.array(
      v.object({
        lemma: v.string(),
        labels: v.array(v.string()),
        confusion: v.array(v.array(v.number())),
      }),
    ),
  }),
});
// Remade by `python -m models.control_oracle`
const path = new URL('../../measures/fixtures/controls.json', import.meta.url);
const { senses: fixture } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

test.each(fixture.words)('the confusion of $lemma is scikit-learn’s', ({ lemma, labels, confusion }) => {
  const items = fixture.test.flatMap((one, i): ToldItem[] => {
    const told = fixture.train[fixture.nearest[i] ?? -1]?.senses[0] ?? '';
    return one.lemma === lemma ? [{ item: i, senses: one.senses, before: near(told), after: undefined }] : [];
  });
  expect(items.length).toBeGreaterThan(5);
  expect(confusionOf(items)).toEqual({ senses: labels, before: confusion, after: undefined });
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
