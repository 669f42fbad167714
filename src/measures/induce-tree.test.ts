import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { seeded } from '../core/random.ts';
import { BASELINES, baselineTree } from './baseline-trees.ts';
import { bracketScore } from './bracket-score.ts';
import { induceTree, type Bracket } from './induce-tree.ts';
import { DISTANCES, distanceSample, distancesOf } from './neighbour-distances.ts';
import { treeScore } from './tree-score.ts';

const Numbers = v.array(v.number());
const Brackets = v.array(v.tuple([v.number(), v.number()]));
const Distances = v.object({ cosine: v.array(Numbers), l1: v.array(Numbers), l2: v.array(Numbers) });
const Fixture = v.object({
  syntax: v.object({
    induced: v.array(v.object({ distances: Numbers, found: Brackets, gold: Brackets, f1: v.number() })),
    distances: v.object({
      layers: v.number(),
      words: v.number(),
      dims: v.number(),
      data: Numbers,
      cut: Numbers,
      before: Distances,
      after: Distances,
    }),
  }),
});
// Remade by `python -m models.experiment_oracle`
const path = new URL('fixtures/experiments.json', import.meta.url);
const { syntax } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

const sorted = (brackets: readonly Bracket[]) => [...brackets].sort(([a, b], [c, d]) => a - c || b - d);

describe('a tree induced from distances', () => {
  it.each(syntax.induced)('has the brackets and the score that Python gives, case %#', (c) => {
    const found = induceTree(c.distances);
    expect(sorted(found)).toEqual(c.found);
    expect(bracketScore(found, c.gold)).toBeCloseTo(c.f1, 12);
  });

  const distance = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, 0, 0));
  it('is binary, whatever the distances', () => {
    fc.assert(
      fc.property(fc.array(distance, { maxLength: 20 }), (distances) => {
        const words = distances.length + 1;
        const brackets = induceTree(distances);
        expect(new Set(brackets.map(String)).size).toBe(Math.max(0, words - 2));
        for (const [from, to] of brackets) {
          expect(to - from).toBeGreaterThan(1);
          expect(to - from).toBeLessThan(words);
          for (const [a, b] of brackets)
            expect(to <= a || b <= from || (a <= from && to <= b) || (from <= a && b <= to)).toBe(true);
        }
      }),
    );
  });

  it('splits the first place of equal distances, and what is not a number last', () => {
    expect(induceTree([1, 1, 1])).toEqual([
      [1, 4],
      [2, 4],
    ]);
    expect(sorted(induceTree([NaN, 0, NaN]))).toEqual([
      [0, 2],
      [2, 4],
    ]);
  });
});

describe('the score of a tree', () => {
  it('is nothing where no bracket is right, or there is none', () => {
    expect(bracketScore([[0, 2]], [[1, 3]])).toBe(0);
    expect(bracketScore([], [])).toBe(0);
  });
  it('is averaged over sentences, x 100', () => {
    const distances = Float64Array.of(1, 0, 0, 1);
    expect(treeScore(distances, [0, 2, 4], [[[1, 3]], [[1, 3]]])).toBe(50);
    expect(treeScore(distances, [0], [])).toBeNaN();
  });
});

describe('trees without vectors', () => {
  const tree = (kind: (typeof BASELINES)[number]) => sorted(baselineTree(kind, 5, seeded(1)));
  it('branch to the right, to the left, or in halves', () => {
    expect(tree('right')).toEqual([
      [1, 5],
      [2, 5],
      [3, 5],
    ]);
    expect(tree('left')).toEqual([
      [0, 2],
      [0, 3],
      [0, 4],
    ]);
    expect(tree('balanced')).toEqual([
      [0, 2],
      [2, 5],
      [3, 5],
    ]);
  });
  it('split anywhere alike where they are random', () => {
    const random = seeded(1);
    const counts = [0, 0, 0];
    for (let i = 0; i < 3000; i++) {
      const [first] = baselineTree('random', 4, random).filter(([from, to]) => to - from === 2);
      const place = first?.[0] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    // of 4 words: splits at 1, 2, 3 alike; both halves of two words count here as their first
    expect(counts.map((count) => Math.round(count / 500))).toEqual([3, 2, 1]);
  });
  it.each(BASELINES)('are none of two words or fewer, %s', (kind) => {
    for (const words of [0, 1, 2]) expect(baselineTree(kind, words, seeded(1))).toEqual([]);
  });
});

describe('distances of neighbouring words', () => {
  const { layers, words, dims, data, cut, before, after } = syntax.distances;
  const vectors = { layers, tokens: words, dims, data: Float32Array.from(data) };
  const left = Uint32Array.from({ length: words - 1 }, (_, i) => i);
  const pairs = {
    left,
    right: left.map((i) => i + 1),
    weights: new Float64Array(words - 1).fill(1 / (words - 1)),
  };
  const sample = distanceSample(vectors, pairs, cut);

  it.each(DISTANCES)('are those of NumPy before and after a cut, %s', (kind) => {
    const whole = distancesOf(kind, sample, []);
    const rest = distancesOf(kind, sample, cut);
    before[kind].flat().forEach((distance, i) => {
      expect(whole[i]).toBeCloseTo(distance, 11);
    });
    after[kind].flat().forEach((distance, i) => {
      expect(rest[i]).toBeCloseTo(distance, 11);
    });
  });

  it('need the column of what is cut', () => {
    for (const kind of DISTANCES) expect(() => distancesOf(kind, sample, [0])).toThrow(RangeError);
  });

  it('are not below nothing after a cut that takes all', () => {
    const same = distanceSample(
      { ...vectors, data: Float32Array.from(data, (_, i) => (i % dims === 1 ? (data[i] ?? 0) : 0)) },
      pairs,
      [1],
    );
    for (const kind of ['l1', 'l2'] as const)
      for (const distance of distancesOf(kind, same, [1])) expect(distance).toBe(0);
  });
});
