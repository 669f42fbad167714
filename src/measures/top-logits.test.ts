import fc from 'fast-check';
import { expect, it } from 'vitest';
import { topLogits } from './top-logits.ts';

it('gives the likeliest answers first, with their shares of the softmax', () => {
  const found = topLogits(Float32Array.of(0, Math.log(3), Math.log(4)), 2);
  expect(found.map(({ id }) => id)).toEqual([2, 1]);
  expect(found[0]?.probability).toBeCloseTo(4 / 8, 6);
  expect(found[1]?.probability).toBeCloseTo(3 / 8, 6);
});

it('gives the first of equals first', () => {
  expect(topLogits(Float32Array.of(1, 2, 2, 2), 2).map(({ id }) => id)).toEqual([1, 2]);
});

it('gives shares of one, however large the logits', () => {
  const logits = fc.float32Array({ minLength: 1, maxLength: 50, noNaN: true, min: -1e4, max: 1e4 });
  fc.assert(
    fc.property(logits, (values) => {
      const answers = topLogits(values, values.length);
      expect(answers.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
      const sorted = Array.from(values.keys()).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
      expect(answers.map(({ id }) => id)).toEqual(sorted);
      expect(topLogits(values, 3)).toEqual(answers.slice(0, 3));
    }),
  );
});

it('gives nothing of nothing', () => {
  expect(topLogits(new Float32Array(0), 10)).toEqual([]);
});
