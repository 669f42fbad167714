import { expect, test } from 'vitest';
import { extremeShares } from './extreme-shares.ts';
import { TokenStatistics } from './token-statistics.ts';

const states = { layers: 1, tokens: 3, dims: 4, data: Float32Array.of(1, 2, 2, 1, 5, 5, 5, 5, 0, -1, 0, 3) };

function of(kinds: Uint8Array): TokenStatistics {
  const statistics = new TokenStatistics(1, 4);
  statistics.add(states, kinds, Uint32Array.of(0, 3));
  return statistics;
}

test('the first dimension is the extreme on ties', () => {
  const { minima, maxima } = of(Uint8Array.of(0, 0, 0));
  expect([...minima.subarray(0, 4)]).toEqual([2, 1, 0, 0]);
  expect([...maxima.subarray(0, 4)]).toEqual([1, 1, 0, 1]);
});

test('shares of all vectors, or of one kind, sum to 1 in a layer; of none, to 0', () => {
  const { minima, counted } = of(Uint8Array.of(1, 0, 0));
  expect(counted).toEqual([2, 1, 0]);
  expect([...extremeShares(minima, counted)]).toEqual([2 / 3, 1 / 3, 0, 0]);
  expect([...extremeShares(minima, counted, 0)]).toEqual([0.5, 0.5, 0, 0]);
  expect([...extremeShares(minima, counted, 1)]).toEqual([1, 0, 0, 0]);
  expect([...extremeShares(minima, counted, 2)]).toEqual([0, 0, 0, 0]);
});
