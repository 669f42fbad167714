import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { seeded } from '../core/random.ts';
import { baselineScores } from './baseline-scores.ts';
import { baselineTree } from './baseline-trees.ts';
import { bracketScore } from './bracket-score.ts';
import { controlDraws } from './control-draws.ts';
import type { Bracket } from './induce-tree.ts';
import { majorityAccuracy, senseAccuracy } from './sense-accuracy.ts';
import type { Sensed } from './sense-predictions.ts';

const Brackets = v.array(v.tuple([v.number(), v.number()]));
const Numbers = v.array(v.number());
const Share = v.object({ macro: v.number(), micro: v.number() });
const Sensible = v.object({ lemma: v.string(), senses: v.tupleWithRest([v.string()], v.string()) });
const Fixture = v.object({
  baselines: v.object({
    seed: v.number(),
    sentences: v.array(v.object({ words: v.number(), gold: Brackets })),
    trees: v.array(v.object({ right: Brackets, left: Brackets, balanced: Brackets })),
    randomTrees: v.array(Brackets),
    scores: v.object({ right: v.number(), left: v.number(), balanced: v.number(), random: v.number() }),
    randomExpected: v.number(),
  }),
  senses: v.object({
    train: v.array(Sensible),
    test: v.array(Sensible),
    nearest: Numbers,
    words: v.array(v.object({ lemma: v.string(), accuracy: v.number(), majority: v.number() })),
    accuracy: Share,
    majority: Share,
  }),
  controls: v.array(v.object({ dims: v.number(), cut: Numbers, seed: v.number(), draws: v.array(Numbers) })),
});
// Remade by `python -m models.control_oracle`
const path = new URL('fixtures/controls.json', import.meta.url);
const { baselines, senses, controls } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

const sorted = (brackets: readonly Bracket[]) => [...brackets].sort(([a, b], [c, d]) => a - c || b - d);

describe('trees without vectors, as Python builds them', () => {
  const { sentences, trees, scores, seed, randomTrees, randomExpected } = baselines;
  const scored = sentences.map(({ words, gold }) => ({ words: Array<string>(words).fill('a'), spans: gold }));

  it('have the same brackets', () => {
    for (const [s, { words }] of sentences.entries())
      for (const kind of ['right', 'left', 'balanced'] as const)
        expect(sorted(baselineTree(kind, words, seeded(1))), `${kind}, ${words} words`).toEqual(
          trees[s]?.[kind],
        );
    const random = seeded(seed);
    const lengths = randomTrees.map((_, i) => sentences[Math.floor(i / 10)]?.words ?? 0);
    expect(lengths.map((words) => sorted(baselineTree('random', words, random)))).toEqual(randomTrees);
  });

  it('have the same scores', () => {
    for (const { kind, score } of baselineScores(scored, seed)) expect(score).toBeCloseTo(scores[kind], 10);
  });

  it('that are random have on average the score that uniform splits have', () => {
    const random = seeded(1);
    const rounds = Array.from(
      { length: 400 },
      () =>
        (100 / sentences.length) *
        sentences.reduce(
          (sum, { words, gold }) => sum + bracketScore(baselineTree('random', words, random), gold),
          0,
        ),
    );
    const mean = rounds.reduce((sum, one) => sum + one, 0) / rounds.length;
    const variance = rounds.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (rounds.length - 1);
    expect(Math.abs(mean - randomExpected)).toBeLessThan(3 * Math.sqrt(variance / rounds.length));
  });
});

describe('senses told by the nearest labelled item, as scikit-learn counts them', () => {
  const { test, train, nearest, words, ...expected } = senses;
  const lemmas = words.map(({ lemma }) => lemma);
  const told = {
    measured: Uint32Array.from(test.keys()),
    word: Uint32Array.from(test, ({ lemma }) => lemmas.indexOf(lemma)),
    words: words.length,
    test: test as readonly Sensed[],
    train: train as readonly Sensed[],
  };

  it('their accuracy by word, over words and over items', () => {
    const [found] = senseAccuracy({ count: 1, index: Uint32Array.from(nearest) }, told);
    expect(found?.macro).toBeCloseTo(expected.accuracy.macro, 12);
    expect(found?.micro).toBeCloseTo(expected.accuracy.micro, 12);
    for (const [w, { accuracy }] of words.entries()) expect(found?.byWord[w]).toBeCloseTo(accuracy, 12);
  });

  it('and that of always the most frequent', () => {
    const found = majorityAccuracy(told);
    expect(found.macro).toBeCloseTo(expected.majority.macro, 12);
    expect(found.micro).toBeCloseTo(expected.majority.micro, 12);
    for (const [w, { majority }] of words.entries()) expect(found.byWord[w]).toBeCloseTo(majority, 12);
  });
});

it.each(controls)('random dimensions are drawn as in Python, case %#', ({ dims, cut, seed, draws }) => {
  expect(controlDraws(dims, cut, seed)).toEqual(draws);
});
