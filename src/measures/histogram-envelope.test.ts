import { expect, test } from 'vitest';
import { histogramEnvelope, histogramOf } from './histogram-envelope.ts';

// Eleven dimensions of two bins: d of 10 values in the second.
const counts = Uint32Array.from({ length: 22 }, (_, i) => (i % 2 === 1 ? Math.floor(i / 2) : 10 - i / 2));
const histograms = { bins: 2, width: Float64Array.of(1), counts };

test('quantiles of the counts of all dimensions but those left out', () => {
  const { low, median, high } = histogramEnvelope(histograms, 0, []);
  expect([...low]).toEqual([1, 1]);
  expect([...median]).toEqual([5, 5]);
  expect([...high]).toEqual([9, 9]);
  expect(histogramEnvelope(histograms, 0, [10]).median[1]).toBe(4.5);
});

test('is zero when every dimension is left out', () => {
  const all = Array.from({ length: 11 }, (_, d) => d);
  expect([...histogramEnvelope(histograms, 0, all).high]).toEqual([0, 0]);
});

test('the histogram of a dimension is its row', () => {
  expect([...histogramOf(histograms, 0, 3)]).toEqual([7, 3]);
});
