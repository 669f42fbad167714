import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { classify, logisticRegression } from './logistic-regression.ts';
import { minimize } from './minimize.ts';

const Numbers = v.array(v.number());
const Fixture = v.object({
  classifiers: v.array(
    v.object({
      dims: v.number(),
      classes: v.number(),
      labels: Numbers,
      data: Numbers,
      weights: v.array(Numbers),
      told: Numbers,
    }),
  ),
});
// Remade by `python -m models.experiment_oracle`
const path = new URL('fixtures/experiments.json', import.meta.url);
const { classifiers } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

describe.each(classifiers)('logistic regression of $classes classes', (c) => {
  const rows = { count: c.labels.length, dims: c.dims, data: Float32Array.from(c.data) };
  const found = logisticRegression(rows, c.labels, c.classes);

  it('has the weights of scikit-learn', () => {
    const width = c.dims + 1;
    // what is added to every class alike changes nothing: only differences are held
    const centred = (of: ArrayLike<number>, d: number) => {
      const column = Array.from({ length: of.length / width }, (_, k) => of[k * width + d] ?? NaN);
      const mean = d === c.dims && column.length > 1 ? column.reduce((a, b) => a + b, 0) / column.length : 0;
      return column.map((value) => value - mean);
    };
    for (let d = 0; d < width; d++) {
      const expected = centred(c.weights.flat(), d);
      centred(found.weights, d).forEach((weight, k) => {
        expect(Math.abs(weight - (expected[k] ?? NaN))).toBeLessThan(0.02);
      });
    }
  });

  it('tells what scikit-learn tells', () => {
    expect([...classify(found, rows)]).toEqual(c.told);
  });

  it('comes to the same from weights of nearly the same vectors', () => {
    const near = logisticRegression({ ...rows, data: rows.data.map((x) => x * 1.05) }, c.labels, c.classes);
    expect([...classify(logisticRegression(rows, c.labels, c.classes, near), rows)]).toEqual(c.told);
  });
});

describe('logistic regression', () => {
  it('learns the share of classes where vectors say nothing', () => {
    const rows = { count: 4, dims: 2, data: new Float32Array(8) };
    const { weights } = logisticRegression(rows, [1, 1, 1, 0], 2);
    expect(weights[2]).toBeCloseTo(Math.log(3), 2);
    expect([weights[0], weights[1]]).toEqual([0, 0]);
  });
  it('does not overflow on large vectors', () => {
    const rows = { count: 2, dims: 1, data: Float32Array.of(-1e4, 1e4) };
    expect([...classify(logisticRegression(rows, [0, 1], 2), rows)]).toEqual([0, 1]);
    expect([...classify(logisticRegression(rows, [0, 2], 3), rows)]).toEqual([0, 2]);
  });
});

describe('minimize', () => {
  it('finds the bottom of any bowl', () => {
    const axis = fc.record({ at: fc.integer({ min: -9, max: 9 }), steep: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(fc.array(axis, { minLength: 1, maxLength: 6 }), (axes) => {
        const x = new Float64Array(axes.length);
        const value = minimize(
          (point, gradient) =>
            axes.reduce((sum, { at, steep }, d) => {
              gradient[d] = steep * ((point[d] ?? 0) - at);
              return sum + (steep * ((point[d] ?? 0) - at) ** 2) / 2;
            }, 0),
          x,
          { tolerance: 1e-9, iterations: 500 },
        );
        expect(value).toBeLessThan(1e-12);
        axes.forEach(({ at }, d) => {
          expect(x[d]).toBeCloseTo(at, 6);
        });
      }),
    );
  });
  it('stays where there is no slope', () => {
    const x = Float64Array.of(3);
    expect(minimize(() => 7, x, { tolerance: 0, iterations: 5 })).toBe(7);
    expect([...x]).toEqual([3]);
  });
});
