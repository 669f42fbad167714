import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { middle95 } from './bootstrap.ts';
import { cosineSpread } from './cosine-spread.ts';
import { GroupedCosine } from './grouped-cosine.ts';
import { isoScore } from './iso-score.ts';
import { leadingComponents, projections } from './leading-components.ts';
import { packSymmetric, withoutDimensions } from './packed-symmetric.ts';
import { quantile } from './quantile.ts';

const Numbers = v.array(v.number());
const Components = v.object({
  variances: Numbers,
  total: v.number(),
  vectors: v.array(Numbers),
  places: v.array(Numbers),
});
const Fixture = v.object({
  cases: v.array(
    v.object({
      name: v.string(),
      dims: v.number(),
      data: Numbers,
      cut: Numbers,
      isoScore: v.nullable(v.number()),
      cutIsoScore: v.nullable(v.number()),
      components: v.nullable(Components),
      cutComponents: v.nullable(Components),
    }),
  ),
  spreads: v.array(
    v.object({
      cosines: Numbers,
      weights: Numbers,
      mean: v.number(),
      quantiles: v.tuple([v.number(), v.number(), v.number()]),
      shares: Numbers,
    }),
  ),
  bootstrap: v.object({
    dims: v.number(),
    data: Numbers,
    starts: Numbers,
    mean: v.number(),
    sd: v.number(),
    deciles: Numbers,
    interval: v.tuple([v.number(), v.number()]),
    scipy: v.tuple([v.number(), v.number()]),
  }),
});
const file = new URL('fixtures/geometry.json', import.meta.url);
const { cases, spreads, bootstrap } = v.parse(Fixture, JSON.parse(readFileSync(file, 'utf8')));

interface Moments {
  readonly mean: Float64Array;
  readonly square: Float64Array;
  readonly covariance: Float64Array;
}

function momentsOf(data: ArrayLike<number>, dims: number): Moments {
  const vectors = data.length / dims;
  const mean = new Float64Array(dims);
  const square = new Float64Array(dims);
  const full = new Float64Array(dims * dims);
  for (let i = 0; i < data.length; i++) {
    const [d, x] = [i % dims, data[i] ?? 0];
    mean[d] = (mean[d] ?? 0) + x / vectors;
    square[d] = (square[d] ?? 0) + (x * x) / vectors;
    for (let e = 0; e < dims; e++)
      full[d * dims + e] = (full[d * dims + e] ?? 0) + (x * (data[i - d + e] ?? 0)) / vectors;
  }
  const covariance = full.map((sum, i) => sum - (mean[Math.floor(i / dims)] ?? 0) * (mean[i % dims] ?? 0));
  return { mean, square, covariance: packSymmetric(covariance, dims) };
}

describe.each(cases)('$name', (one) => {
  const data = Float32Array.from(one.data);
  const whole = momentsOf(data, one.dims);
  const zeroed = data.map((x, i) => (one.cut.includes(i % one.dims) ? 0 : x));
  const left = momentsOf(zeroed, one.dims);
  const cutCovariance = withoutDimensions(whole.covariance, one.dims, one.cut);

  test('the covariance of cut vectors is that of whole ones without the cut rows and columns', () => {
    cutCovariance.forEach((value, i) => {
      expect(value).toBeCloseTo(left.covariance[i] ?? NaN, 12);
    });
  });

  test('IsoScore is what its published steps give, and none of vectors all alike', () => {
    for (const [covariance, square, expected] of [
      [whole.covariance, whole.square, one.isoScore],
      [cutCovariance, left.square, one.cutIsoScore],
    ] as const) {
      const score = isoScore(covariance, square);
      if (expected === null) expect(score).toBeNaN();
      else expect(score).toBeCloseTo(expected, 10);
    }
  });

  test('the leading components are those of all the eigenvectors', () => {
    for (const [covariance, vectors, mean, expected] of [
      [whole.covariance, data, whole.mean, one.components],
      [cutCovariance, zeroed, left.mean, one.cutComponents],
    ] as const) {
      if (!expected) continue;
      const found = leadingComponents(covariance, one.dims, 2);
      expect(found.total).toBeCloseTo(expected.total, 10);
      const places = projections(vectors, mean, found);
      expected.variances.forEach((variance, c) => {
        expect(found.variances[c]).toBeCloseTo(variance, 8);
        // without variance any direction is as good
        if (variance < 1e-9) return;
        expected.vectors[c]?.forEach((value, d) => {
          expect(found.vectors[c * one.dims + d]).toBeCloseTo(value, 5);
        });
        expected.places.forEach((place, i) => {
          expect(places[2 * i + c]).toBeCloseTo(place[c] ?? NaN, 4);
        });
      });
    }
  });
});

test('the spread of cosines is what NumPy says of weighted values', () => {
  for (const { cosines, weights, mean, quantiles, shares } of spreads) {
    const found = cosineSpread(Float64Array.from(cosines), weights);
    expect(found.mean).toBeCloseTo(mean, 12);
    expect([found.low, found.median, found.high]).toEqual(quantiles);
    shares.forEach((share, bin) => {
      expect(found.shares[bin]).toBeCloseTo(share, 12);
    });
  }
});

test('the spread of no cosines has no numbers', () => {
  const { mean, median, shares } = cosineSpread(new Float64Array(), []);
  expect([mean, median]).toEqual([NaN, NaN]);
  expect(shares.every((share) => share === 0)).toBe(true);
});

describe('the bootstrap over sentences', () => {
  const { dims, data, starts } = bootstrap;
  const cosine = new GroupedCosine(1, dims);
  const states = { layers: 1, tokens: data.length / dims, dims, data: Float32Array.from(data) };
  cosine.add(states, Uint32Array.from(starts), Uint32Array.from(starts.keys()));
  const all = Float64Array.from(
    Array.from({ length: 20 }, (_, seed) => [...(cosine.replicates(seed)?.[0] ?? [])]).flat(),
  ).sort();
  // of n resamples a quantile strays by about sd / sqrt(n), more in the tails
  const near = (bootstrap.sd / Math.sqrt(1000)) * 4;

  test('has the distribution of 40,000 resamples drawn by NumPy', () => {
    expect(all).toHaveLength(20_000);
    const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
    expect(Math.abs(mean - bootstrap.mean)).toBeLessThan((4 * bootstrap.sd) / Math.sqrt(10_000));
    const sd = Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length);
    expect(sd / bootstrap.sd).toBeGreaterThan(0.97);
    expect(sd / bootstrap.sd).toBeLessThan(1.03);
    bootstrap.deciles.forEach((decile, i) => {
      expect(Math.abs(quantile(all, (i + 1) / 10) - decile)).toBeLessThan(near / 2);
    });
  });

  test('gives the interval of NumPy and of SciPy, as nearly as 1,000 resamples can', () => {
    const { low, high } = cosine.interval(1)?.[0] ?? { low: NaN, high: NaN };
    for (const [a, b] of [bootstrap.interval, bootstrap.scipy]) {
      expect(Math.abs(low - a)).toBeLessThan(near);
      expect(Math.abs(high - b)).toBeLessThan(near);
    }
  });

  test('draws the same for the same seed, and something else for another', () => {
    expect(cosine.interval(3)).toEqual(cosine.interval(3));
    expect(cosine.interval(3)).not.toEqual(cosine.interval(4));
  });

  test('passes over resamples that hold no two different sentences', () => {
    expect(middle95(Float64Array.of(NaN, 0.5, NaN))).toEqual({ low: 0.5, high: 0.5 });
    expect(middle95(Float64Array.of(NaN))).toBeUndefined();
  });
});
