import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LayerHistograms } from './layer-histograms.ts';
import { BINS } from './histogram-fold.ts';
import { TokenStatistics } from './token-statistics.ts';

/** Statistics of one-element vectors, one a sentence. */
function folded(values: readonly number[]): TokenStatistics {
  const statistics = new TokenStatistics(1, 1);
  for (const value of values) {
    statistics.add(
      { layers: 1, tokens: 1, dims: 1, data: Float32Array.of(value) },
      Uint8Array.of(0),
      Uint32Array.of(0, 1),
    );
  }
  return statistics;
}

function filled({ counts }: LayerHistograms): number[][] {
  return [...counts.entries()].filter(([, count]) => count > 0);
}

function plain(histograms: LayerHistograms) {
  return { width: [...histograms.width], filled: filled(histograms) };
}

// Edges of bins, numbers next to them, and specks around zero.
const awkward = fc.oneof(
  fc.float({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
  fc.tuple(fc.integer({ min: -64, max: 64 }), fc.integer({ min: -10, max: 3 })).map(([n, k]) => n * 2 ** k),
  fc.constantFrom(-1e-20, 1e-20, -0, 0, -1.401298464324817e-45, 63.99999618530273, -64, 64),
);
const series = fc.array(awkward, { minLength: 1, maxLength: 12 });

test('bin b covers [(b - 64) width, (b - 63) width)', () => {
  const { width, counts } = folded([-3, -0.001, 0, 0.5, 3]).histogram;
  const step = width[0] ?? NaN;
  expect(step).toBe(2 ** -4); // 64 of 1/16 reach beyond 3, 64 of 1/32 do not
  for (const value of [-3, -0.001, 0, 0.5, 3])
    expect(counts[Math.floor(value / step) + BINS / 2]).toBeGreaterThan(0);
});

test('a power of two gets the next width, so that its bin exists', () => {
  expect(folded([4]).histogram.width[0]).toBe(2 ** -3);
  expect(filled(folded([4]).histogram)).toEqual([[64 + 32, 1]]);
});

test('neither the order of values nor where they are split changes anything', () => {
  fc.assert(
    fc.property(series, series, series, (a, b, c) => {
      const whole = plain(folded([...a, ...b, ...c]).histogram);
      expect(plain(folded([...c, ...b, ...a]).histogram)).toEqual(whole);
      const left = folded(a);
      left.merge(folded(b));
      left.merge(folded(c));
      expect(plain(left.histogram)).toEqual(whole);
      const right = folded(b);
      right.merge(folded(c));
      const outer = folded(a);
      outer.merge(right);
      expect(plain(outer.histogram)).toEqual(whole);
    }),
    { numRuns: 100 },
  );
});

test('every value is counted, in the bin of the width arrived at', () => {
  fc.assert(
    fc.property(series, (values) => {
      const { width, counts } = folded(values).histogram;
      const expected = new Uint32Array(BINS);
      for (const value of values) {
        const bin = Math.floor(Math.fround(value) / (width[0] ?? NaN)) + BINS / 2;
        expected[bin] = (expected[bin] ?? 0) + 1;
      }
      expect(counts.join()).toBe(expected.join());
    }),
  );
});
