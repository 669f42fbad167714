import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../core/random.ts';
import { TokenStatistics } from './token-statistics.ts';

const LAYERS = 2;
const DIMS = 5;

interface Batch {
  readonly sizes: readonly number[];
  readonly seed: number;
}
const batch = fc.record({ sizes: fc.array(fc.nat(4), { maxLength: 4 }), seed: fc.nat() });

function add(statistics: TokenStatistics, { sizes, seed }: Batch): void {
  const random = seeded(seed);
  const tokens = sizes.reduce((a, b) => a + b, 0);
  const data = Float32Array.from({ length: LAYERS * tokens * DIMS }, () => 8 * random() - 4);
  const kinds = Uint8Array.from({ length: tokens }, () => Math.floor(3 * random()));
  let end = 0;
  const starts = Uint32Array.from([0, ...sizes.map((size) => (end += size))]);
  statistics.add({ layers: LAYERS, tokens, dims: DIMS, data }, kinds, starts);
}

function of(...batches: Batch[]): TokenStatistics {
  const statistics = new TokenStatistics(LAYERS, DIMS);
  for (const one of batches) add(statistics, one);
  return statistics;
}

function expectSame(a: TokenStatistics, b: TokenStatistics): void {
  expect(a.counted).toEqual(b.counted);
  expect(a.sentences).toBe(b.sentences);
  expect(a.minima).toEqual(b.minima);
  expect(a.maxima).toEqual(b.maxima);
  expect(a.nextMinima).toEqual(b.nextMinima);
  expect(a.nextMaxima).toEqual(b.nextMaxima);
  expect(a.histogram.width).toEqual(b.histogram.width);
  expect(a.histogram.counts.join()).toBe(b.histogram.counts.join());
  const sums = (s: TokenStatistics) => [...s.mean, ...s.square, ...(s.contribution ?? [])];
  const expected = sums(b);
  expect(sums(a)).toHaveLength(expected.length);
  sums(a).forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] ?? NaN, 5);
  });
}

test('merging parts, in any grouping and order, gives the statistics of the whole', () => {
  fc.assert(
    fc.property(batch, batch, batch, (a, b, c) => {
      const whole = of(a, b, c);
      const left = of(a);
      left.merge(of(b));
      left.merge(of(c));
      expectSame(left, whole);
      const right = of(c);
      right.merge(of(b));
      right.merge(of(a));
      expectSame(right, whole);
    }),
    { numRuns: 30 },
  );
});

test('sentences without a token are passed over', () => {
  const statistics = of({ sizes: [0, 2, 0, 1], seed: 1 });
  expect(statistics.sentences).toBe(2);
  expect(statistics.tokens).toBe(3);
  expect(statistics.contribution).toBeDefined();
});

test('nothing folded in: zeros, and no contribution', () => {
  const statistics = of();
  expect(statistics.tokens).toBe(0);
  expect([...statistics.mean].every((value) => value === 0)).toBe(true);
  expect(statistics.contribution).toBeUndefined();
});

test('one sentence has no contribution: there is no pair of sentences', () => {
  expect(of({ sizes: [4], seed: 1 }).contribution).toBeUndefined();
});

test('what it hands out is a copy', () => {
  const statistics = of({ sizes: [3, 3], seed: 1 });
  statistics.minima.fill(9);
  statistics.histogram.counts.fill(9);
  expectSame(statistics, of({ sizes: [3, 3], seed: 1 }));
});

test.each([NaN, Infinity, -Infinity])('a value of %d is refused, with its layer', (value) => {
  const statistics = new TokenStatistics(2, 2);
  const data = Float32Array.of(1, 2, 3, value);
  expect(() => {
    statistics.add({ layers: 2, tokens: 1, dims: 2, data }, Uint8Array.of(0), Uint32Array.of(0, 1));
  }).toThrow(expect.objectContaining({ code: 'not-finite' }));
});
