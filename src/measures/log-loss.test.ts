import { expect, it } from 'vitest';
import { logLoss } from './log-loss.ts';

it('of equal logits the loss is the logarithm of their number, and more where the answer is unlikely', () => {
  expect(logLoss(Float32Array.of(2, 2, 2, 2), 1)).toBeCloseTo(Math.log(4), 12);
  expect(logLoss(Float32Array.of(0, 5), 0)).toBeGreaterThan(logLoss(Float32Array.of(0, 5), 1));
});

it('large logits do not overflow, and an answer beyond the vocabulary has no loss', () => {
  expect(logLoss(Float32Array.of(1000, 0), 1)).toBeCloseTo(1000, 6);
  expect(logLoss(Float32Array.of(1), 3)).toBeNaN();
});
