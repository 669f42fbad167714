import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from './area-under-curve.ts';
import { thresholdGrid } from './threshold-grid.ts';

const Numbers = v.array(v.number());
const Fixture = v.object({
  wordInContext: v.array(
    v.object({
      cosines: v.array(Numbers),
      same: Numbers,
      accuracy: v.array(Numbers),
      auc: v.array(v.nullable(v.number())),
    }),
  ),
});
// Remade by `python -m models.experiment_oracle`
const path = new URL('fixtures/experiments.json', import.meta.url);
const { wordInContext } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

describe('Word in Context', () => {
  it.each(wordInContext)('is told right as often as NumPy and scikit-learn have it, case %#', (c) => {
    const grid = thresholdGrid(Float64Array.from(c.cosines.flat()), c.same, c.cosines.length);
    c.accuracy.flat().forEach((share, i) => {
      expect(grid.accuracy[i]).toBeCloseTo(share, 12);
    });
    expect(grid.best.accuracy).toBeCloseTo(Math.max(...c.accuracy.flat()), 12);
    grid.bestByLayer.forEach(({ layer, accuracy }) => {
      expect(accuracy).toBeCloseTo(Math.max(...(c.accuracy[layer] ?? [])), 12);
    });
    c.auc.forEach((auc, layer) => {
      const found = areaUnderCurve(c.cosines[layer] ?? [], c.same);
      if (auc === null) expect(found).toBeNaN();
      else expect(found).toBeCloseTo(auc, 12);
    });
  });

  it('takes the lowest threshold and the first layer among equals', () => {
    const { best, bestByLayer } = thresholdGrid(Float64Array.of(0.45, 0.95, 0.45, 0.95), [0, 1], 2);
    expect(bestByLayer.map(({ threshold }) => threshold)).toEqual([0.5, 0.5]);
    expect(best).toEqual({ layer: 0, threshold: 0.5, accuracy: 1 });
  });

  it('takes what is not a number for no more than any threshold', () => {
    expect(thresholdGrid(Float64Array.of(NaN, NaN), [1, 0], 1).best.accuracy).toBe(0.5);
  });

  it('has no accuracy without pairs', () => {
    expect(thresholdGrid(new Float64Array(), [], 2).best.accuracy).toBeNaN();
  });
});

describe('the area under the curve', () => {
  it('is the share of pairs of one of each in order, ties half', () => {
    const item = fc.record({ score: fc.integer({ min: 0, max: 4 }), positive: fc.constantFrom(0, 1) });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 20 }), (items) => {
        const wins = items.flatMap(({ score, positive }) =>
          positive === 0
            ? []
            : items
                .filter((other) => other.positive === 0)
                .map((other) => (score > other.score ? 1 : score === other.score ? 0.5 : 0)),
        );
        const mean = wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
        const found = areaUnderCurve(
          items.map(({ score }) => score),
          items.map(({ positive }) => positive),
        );
        if (Number.isNaN(mean)) expect(found).toBeNaN();
        else expect(found).toBeCloseTo(mean, 12);
      }),
    );
  });
  it('is not a number where a score is none', () => {
    expect(areaUnderCurve([0.1, NaN], [0, 1])).toBeNaN();
  });
});
