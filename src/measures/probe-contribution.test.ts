import { expect, it } from 'vitest';
import { addContributions, largestLogits } from './probe-contribution.ts';

it('of the largest logits of a row the first counts', () => {
  expect([...largestLogits(Float32Array.of(1, 3, 3, 0, -1, -2), 3)]).toEqual([1, 0]);
});

it('a dimension contributes its value times the weight of the class that was told, without its sign', () => {
  const sums = new Float64Array(2);
  const rows = { count: 2, dims: 2, data: Float32Array.of(1, -2, 3, 0.5) };
  addContributions(rows, Uint32Array.of(1, 0), Float32Array.of(1, -4, -0.5, 2), sums);
  // |-.5 * 1| + |1 * 3| and |2 * -2| + |-4 * .5|
  expect([...sums]).toEqual([3.5, 6]);
});
