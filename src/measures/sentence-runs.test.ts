import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceRuns } from './sentence-runs.ts';

test('runs hold every sentence with a token once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (sizes) => {
      let end = 0;
      const starts = Uint32Array.from([0, ...sizes.map((size) => (end += size))]);
      const spans = sentenceRuns(starts).flatMap(({ from, ends }) =>
        [...ends].map((to, s) => [from + (ends[s - 1] ?? 0), from + to]),
      );
      const expected = sizes.flatMap((size, s) => (size > 0 ? [[starts[s], starts[s + 1]]] : []));
      expect(spans).toEqual(expected);
    }),
  );
});

test('short sentences are joined, long ones stand alone', () => {
  const runs = sentenceRuns(Uint32Array.of(0, 10, 20, 40, 140, 145));
  expect(runs.map(({ from, ends }) => [from, ...ends])).toEqual([
    [0, 10, 20, 40],
    [40, 100],
    [140, 5],
  ]);
});
