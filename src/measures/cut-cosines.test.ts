import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cosine } from './cosine.ts';
import { columnsOf, cosineSample } from './cosine-sample.ts';
import { cutCosines, NOTHING_LEFT } from './cut-cosines.ts';
import { meanCosineByLayer } from './mean-cosine.ts';
import { allPairs } from './pairs.ts';

const DIMS = 24;
const small = fc.double({ min: -1, max: 1, noNaN: true });

/** Vectors of elements within 1, some dimensions of which are `tail` times as large. */
function vectors(tail: number) {
  return fc.record({
    rows: fc.array(fc.array(small, { minLength: DIMS, maxLength: DIMS }), { minLength: 2, maxLength: 6 }),
    tails: fc.uniqueArray(fc.nat(DIMS - 1), { maxLength: 3 }),
    cut: fc.uniqueArray(fc.nat(DIMS - 1), { maxLength: 4 }),
    tail: fc.constant(tail),
  });
}

function enlarged(rows: number[][], tails: number[], by: number): Float32Array[] {
  return rows.map((row) => Float32Array.from(row, (x, d) => (tails.includes(d) ? x * by : x)));
}

function downdated(rows: Float32Array[], cut: number[]) {
  const data = Float32Array.from(rows.flatMap((row) => [...row]));
  const states = { layers: 1, tokens: rows.length, dims: DIMS, data };
  const sample = cosineSample(states, allPairs(rows.length));
  return { sample, cosines: cutCosines(sample, columnsOf(states, cut), cut, 0) };
}

/** Share of a vector's squared norm that a cut leaves. */
function left(row: Float32Array, cut: number[]): number {
  const square = (r: Float32Array) => r.reduce((sum, x) => sum + x * x, 0);
  const after = row.map((x, d) => (cut.includes(d) ? 0 : x));
  return square(row) === 0 ? 0 : square(after) / square(row);
}

describe('the downdate equals recomputation from the zeroed vectors', () => {
  // A sum of DIMS products is off by at most DIMS rounding errors of what was there before the cut,
  // so relative to what is left by DIMS * 2^-53 / share left; twice over, for numerator and norms.
  test.each([
    ['without tails', 1],
    ['with tails as in BERT, -20 against 0.3', 70],
    ['with tails that take all digits but a few', 10_000],
  ])('%s', (_, tail) => {
    fc.assert(
      fc.property(vectors(tail), ({ rows, tails, cut }) => {
        const given = enlarged(rows, tails, tail);
        const { sample, cosines } = downdated(given, cut);
        cosines.forEach((value, pair) => {
          const [x, y] = [sample.left[pair], sample.right[pair]].map(
            (i) => given[i ?? 0] ?? new Float32Array(),
          );
          if (x === undefined || y === undefined) return;
          const share = Math.min(left(x, cut), left(y, cut));
          if (share < 2 * NOTHING_LEFT) return; // the guard decides: below
          const zeroed = [x, y].map((row) => row.map((v, d) => (cut.includes(d) ? 0 : v)));
          const scratch = cosine(zeroed[0] ?? [], zeroed[1] ?? []);
          expect(Math.abs(value - scratch)).toBeLessThanOrEqual((4 * DIMS * 2 ** -53) / share);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('within 1e-12 for 384 dimensions of 0.3 and a tail of -20', () => {
    const random = (i: number) => 0.3 * Math.sin(i * i); // any values will do
    const rows = [0, 1].map((r) => Float32Array.from({ length: 384 }, (_, d) => random(384 * r + d + 1)));
    for (const row of rows) row[223] = -20;
    const data = Float32Array.from(rows.flatMap((row) => [...row]));
    const states = { layers: 1, tokens: 2, dims: 384, data };
    const [value] = cutCosines(cosineSample(states, allPairs(2)), columnsOf(states, [223]), [223], 0);
    for (const row of rows) row[223] = 0;
    expect(Math.abs((value ?? NaN) - cosine(rows[0] ?? [], rows[1] ?? []))).toBeLessThan(1e-12);
  });
});

test('a vector with nothing left has cosine 0', () => {
  const rows = [
    Float32Array.from({ length: DIMS }, (_, d) => (d === 3 ? -20 : 0)),
    Float32Array.from({ length: DIMS }, (_, d) => (d === 3 ? -20 : d === 4 ? 1e-8 : 0)),
    new Float32Array(DIMS).fill(1),
    new Float32Array(DIMS),
  ];
  expect([...downdated(rows, [3]).cosines]).toEqual([0, 0, 0, 0, 0, 0]);
});

test('all dimensions cut leaves cosine 0', () => {
  const every = Array.from({ length: DIMS }, (_, d) => d);
  fc.assert(
    fc.property(vectors(70), ({ rows, tails }) => {
      const { cosines } = downdated(enlarged(rows, tails, 70), every);
      expect(cosines.every((value) => value === 0)).toBe(true);
    }),
  );
});

test('a missing column is refused', () => {
  const states = { layers: 1, tokens: 2, dims: 2, data: Float32Array.of(1, 2, 3, 4) };
  const sample = cosineSample(states, allPairs(2));
  expect(() => cutCosines(sample, new Map(), [1], 0)).toThrow(RangeError);
});

test('writes into the array it is given', () => {
  const states = { layers: 1, tokens: 2, dims: 2, data: Float32Array.of(3, 4, 3, 4) };
  const out = new Float64Array(1);
  expect(cutCosines(cosineSample(states, allPairs(2)), new Map(), [], 0, out)).toBe(out);
  expect(out[0]).toBeCloseTo(1, 12);
});

test('the mean cosine by layer is weighted, and not a number without pairs', () => {
  const data = Float32Array.of(1, 0, 0, 1, 1, 0); // two alike, one across
  const states = { layers: 1, tokens: 3, dims: 2, data };
  const pairs = { ...allPairs(3), weights: Float64Array.of(0, 1, 0) };
  expect([...meanCosineByLayer(cosineSample(states, pairs), new Map(), [])]).toEqual([1]);
  expect([...meanCosineByLayer(cosineSample(states, allPairs(0)), new Map(), [])]).toEqual([NaN]);
});
