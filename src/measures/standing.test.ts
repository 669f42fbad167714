import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { largestMagnitudes } from './origins.ts';
import { standings } from './standing.ts';

const Standing = v.object({
  dim: v.number(),
  value: v.number(),
  z: v.number(),
  rank: v.number(),
  fromLargest: v.number(),
  fromSmallest: v.number(),
});
const Fixture = v.object({
  vectors: v.array(
    v.object({
      data: v.array(v.number()),
      standings: v.array(Standing),
      largestMagnitudes: v.array(v.number()),
    }),
  ),
});
// Remade by `python -m models.weight_oracle`
const path = new URL('fixtures/weights.json', import.meta.url);
const { vectors } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

it.each(vectors)('ranks are SciPy’s, and z its standard score, case %#', (c) => {
  const vector = Float32Array.from(c.data);
  const found = standings(vector, [...vector.keys()]);
  expect(found).toHaveLength(c.standings.length);
  for (const [dim, { z, value, ...ranks }] of c.standings.entries()) {
    expect(found[dim]).toMatchObject(ranks);
    expect(found[dim]?.value).toBeCloseTo(value, 12);
    expect(found[dim]?.z).toBeCloseTo(z, 10);
  }
  const largest = largestMagnitudes(vector, 5);
  expect(largest.map(({ dim }) => dim)).toEqual(c.largestMagnitudes);
  for (const { dim, z } of largest) expect(z).toBeCloseTo(c.standings[dim]?.z ?? NaN, 10);
});

it('a dimension has its value, its ranks from both ends and by absolute value', () => {
  const [first, last] = standings(Float32Array.of(-5, 1, 4, 0, -2), [0, 3]);
  expect(first).toMatchObject({ dim: 0, value: -5, rank: 1, fromLargest: 5, fromSmallest: 1 });
  expect(last).toMatchObject({ dim: 3, value: 0, rank: 5, fromLargest: 3, fromSmallest: 3 });
});

it('equal values share the better rank', () => {
  const ranks = standings(Float32Array.of(2, 2, -2, 1), [0, 1, 2]);
  expect(ranks.map(({ rank }) => rank)).toEqual([1, 1, 1]);
  expect(ranks.map(({ fromLargest }) => fromLargest)).toEqual([1, 1, 4]);
});

it('ranks are those of the sorted vector, and z has the sign of what lies beyond the mean', () => {
  const vectors = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 30 });
  fc.assert(
    fc.property(vectors, (values) => {
      const vector = Float32Array.from(values);
      const sorted = [...vector].sort((a, b) => a - b);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const dims = [...vector.keys()];
      for (const { value, z, fromSmallest, fromLargest } of standings(vector, dims)) {
        expect(sorted[fromSmallest - 1]).toBe(value);
        expect(fromSmallest + fromLargest).toBe(values.length + 1);
        expect(Math.sign(z) === Math.sign(value - mean) || Math.abs(value - mean) < 1e-9).toBe(true);
      }
    }),
  );
});
