import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { TwoPredictors } from './two-predictors.ts';

const Case = v.object({
  value: v.array(v.number()),
  first: v.array(v.number()),
  second: v.array(v.number()),
  explained: v.object({ first: v.number(), second: v.number(), both: v.number() }),
});
const { cases } = v.parse(
  v.object({ cases: v.array(Case) }),
  JSON.parse(readFileSync(new URL('./fixtures/regressions.json', import.meta.url), 'utf8')),
);

function fold(value: readonly number[], first: readonly number[], second: readonly number[]) {
  const sums = new TwoPredictors();
  for (const [i, one] of value.entries()) sums.add(one, first[i] ?? NaN, second[i] ?? NaN);
  return sums.explained();
}

describe('shares of variance that regressions explain', () => {
  it.each(cases)('are those of NumPy’s least squares', ({ value, first, second, explained }) => {
    const found = fold(value, first, second);
    expect(found?.first).toBeCloseTo(explained.first, 9);
    expect(found?.second).toBeCloseTo(explained.second, 9);
    expect(found?.both).toBeCloseTo(explained.both, 9);
  });

  it('are those of one predictor where two are the same, or one says nothing', () => {
    const value = [1, 3, 2, 5];
    const ramp = [0, 1, 2, 3];
    const alone = fold(value, ramp, [7, 7, 7, 7]);
    expect(alone?.second).toBe(0);
    expect(alone?.both).toBeCloseTo(alone?.first ?? NaN, 12);
    const twice = fold(value, ramp, [5, 7, 9, 11]);
    expect(twice?.both).toBeCloseTo(alone?.first ?? NaN, 12);
  });

  it('are none of a value that is the same everywhere', () => {
    expect(fold([2, 2, 2], [0, 1, 2], [1, 5, 2])).toBeUndefined();
    expect(new TwoPredictors().explained()).toBeUndefined();
  });
});
