import { describe, expect, it } from 'vitest';
import { describeSpread, spreadOf } from './quartiles.ts';

describe('spreadOf', () => {
  it('is linear between neighbours, as numpy.quantile', () => {
    const { lower, median, upper, p95 } = spreadOf([4, 1, 3, 2]);
    expect([lower, median, upper]).toEqual([1.75, 2.5, 3.25]);
    expect(p95).toBeCloseTo(3.85);
  });

  it('is the value itself when there is one, NaN when there is none', () => {
    expect(spreadOf([7])).toEqual({ count: 1, lower: 7, median: 7, upper: 7, p95: 7 });
    expect(spreadOf([]).median).toBeNaN();
  });

  it('does not reorder what it is given', () => {
    const values = [3, 1, 2];
    spreadOf(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('describeSpread', () => {
  it('names the unit, the quartiles and the count', () => {
    expect(describeSpread(spreadOf([1, 2, 3]), 'ms', 1)).toBe('2.0 ms (quartiles 1.5–2.5, p95 2.9, n = 3)');
  });
});
