import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bucket } from './bucket.ts';

const padded = (lengths: number[], batch: number[]) =>
  batch.length * Math.max(...batch.map((i) => lengths[i] ?? 0));

it('takes every sentence with tokens once, within the budget unless it is alone', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(600), { maxLength: 200 }), (lengths) => {
      const batches = bucket(lengths);
      const all = lengths.flatMap((length, i) => (length > 0 ? [i] : []));
      expect(batches.flat().sort((a, b) => a - b)).toEqual(all);
      for (const batch of batches)
        if (batch.length > 1) expect(padded(lengths, batch)).toBeLessThanOrEqual(512);
    }),
  );
});

it('wastes little on padding in a corpus', () => {
  const lengths = Array.from({ length: 10_000 }, (_, i) => 3 + ((i * 7919) % 50));
  const tokens = lengths.reduce((a, b) => a + b, 0);
  const run = bucket(lengths).reduce((sum, batch) => sum + padded(lengths, batch), 0);
  expect(run / tokens).toBeLessThan(1.02);
});

it('runs a few sentences of similar length in one batch, in the order of their lengths', () => {
  expect(bucket([9, 7, 8])).toEqual([[1, 2, 0]]);
});

it('does not pad a crowd of short sentences up to a long one', () => {
  expect(bucket([4, 4, 4, 90])).toEqual([[0, 1, 2], [3]]);
});

it('returns nothing for nothing', () => {
  expect(bucket([])).toEqual([]);
  expect(bucket([0, 0])).toEqual([]);
});
