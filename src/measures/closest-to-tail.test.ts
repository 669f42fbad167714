import { expect, test } from 'vitest';
import { closestToTail } from './closest-to-tail.ts';
import { DEFAULT_TAIL_RULE } from './tail-rule.ts';

const LAYERS = 2;
const DIMS = 5;

function statistics(minimaAt2: number, meanAt3: number) {
  const minima = new Uint32Array(3 * LAYERS * DIMS);
  const maxima = new Uint32Array(3 * LAYERS * DIMS);
  for (let l = 0; l < LAYERS; l++) {
    minima[l * DIMS + 2] = minimaAt2;
    minima[l * DIMS] = 10 - minimaAt2;
    for (let d = 0; d < DIMS; d++) maxima[l * DIMS + d] = 2;
  }
  const mean = Float32Array.from({ length: LAYERS * DIMS }, (_, i) => (i % DIMS === 3 ? meanAt3 : i / 100));
  const square = mean.map((value) => value ** 2);
  return { layers: LAYERS, dims: DIMS, minima, maxima, mean, square, counted: [10, 0, 0] as const };
}

test('is the most frequent extreme, with its share and z by layer', () => {
  const closest = closestToTail(statistics(9, 0), DEFAULT_TAIL_RULE);
  expect(closest).toMatchObject({ dim: 2, side: 'min' });
  expect(Array.from(closest?.share ?? [])).toEqual([0.9, 0.9]);
});

test('is the farthest mean where no dimension is the extreme often', () => {
  const rule = { ...DEFAULT_TAIL_RULE, share: 1, z: 1 };
  expect(closestToTail(statistics(5, 7), rule)).toMatchObject({ dim: 3, side: 'max' });
});

test('is nothing without dimensions', () => {
  const none = { ...statistics(1, 1), dims: 0 };
  expect(closestToTail(none, DEFAULT_TAIL_RULE)).toBeUndefined();
});
