import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { pearson, spearman } from './correlation.ts';
import { rankGaps } from './rank-gaps.ts';
import { ranks } from './ranks.ts';
import { subsetScores } from './subset-scores.ts';

const Numbers = v.array(v.number());
const Aggregations = v.object({ all: v.number(), mean: v.number(), weighted: v.number() });
const Fixture = v.object({
  correlations: v.array(
    v.object({
      x: Numbers,
      y: Numbers,
      ranks: Numbers,
      rankGaps: Numbers,
      pearson: v.nullable(v.number()),
      spearman: v.nullable(v.number()),
    }),
  ),
  subsetScores: v.object({
    cosines: Numbers,
    scores: Numbers,
    starts: Numbers,
    each: v.object({ spearman: Numbers, pearson: Numbers }),
    spearman: Aggregations,
    pearson: Aggregations,
  }),
});
// Remade by `python -m models.experiment_oracle`
const path = new URL('fixtures/experiments.json', import.meta.url);
const { correlations, subsetScores: subsets } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

function expectNumber(found: number, expected: number | null) {
  if (expected === null) expect(found).toBeNaN();
  else expect(found).toBeCloseTo(expected, 11);
}

describe('correlations', () => {
  it.each(correlations)(
    'are those of SciPy, case %#',
    ({ x, y, ranks: ranked, rankGaps: gaps, ...expected }) => {
      expect([...ranks(x)]).toEqual(ranked);
      const apart = rankGaps(x, y);
      expect(apart).toHaveLength(gaps.length);
      for (const [i, gap] of gaps.entries()) expect(apart[i]).toBeCloseTo(gap, 12);
      expectNumber(pearson(x, y), expected.pearson);
      expectNumber(spearman(x, y), expected.spearman);
    },
  );

  const list = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 30 });
  it('are the same the other way round, and of ranks under any increasing change', () => {
    fc.assert(
      fc.property(list, fc.nat(), (x, shift) => {
        const y = x.map((_, i) => x[(i + shift) % x.length] ?? 0);
        const back = pearson(y, x);
        expectNumber(pearson(x, y), Number.isNaN(back) ? null : back);
        expect(spearman(x, y)).toBe(
          spearman(
            x,
            y.map((value) => Math.atan(value / 50) + 3),
          ),
        );
      }),
    );
  });

  it('are none of constant lists, of too short ones, and of what is not a number', () => {
    for (const correlation of [pearson, spearman]) {
      expect(correlation([1, 1, 1], [1, 2, 3])).toBeNaN();
      expect(correlation([1], [1])).toBeNaN();
      expect(correlation([], [])).toBeNaN();
      expect(correlation([1, NaN, 3], [1, 2, 3])).toBeNaN();
    }
  });
});

describe('scores of a set with subsets', () => {
  const { cosines, scores, starts, each, ...expected } = subsets;
  const found = subsetScores(Float64Array.from(cosines), Float64Array.from(scores), starts);

  it.each(['spearman', 'pearson'] as const)('are put together in three ways, %s', (kind) => {
    for (const way of ['all', 'mean', 'weighted'] as const)
      expect(found[kind][way]).toBeCloseTo(expected[kind][way], 10);
    found.bySubset.forEach((subset, s) => {
      expect(subset[kind]).toBeCloseTo(each[kind][s] ?? NaN, 10);
    });
  });

  it('may differ in what they say: all together are less alike here than subset by subset', () => {
    expect(found.spearman.all).toBeLessThan(found.spearman.mean);
  });
});
