import { expect, test } from 'vitest';
import { columnsOf, cosineSample } from './cosine-sample.ts';
import { allPairs } from './pairs.ts';
import { similarityMatrix } from './similarity-matrix.ts';

test('has every cosine twice and ones between, before and after a cut', () => {
  const states = { layers: 1, tokens: 3, dims: 2, data: Float32Array.of(2, 0, 0, 1, 3, 0) };
  const sample = cosineSample(states, allPairs(3));
  const columns = columnsOf(states, [0]);
  expect([...similarityMatrix(sample, columns, [], 0)]).toEqual([1, 0, 1, 0, 1, 0, 1, 0, 1]);
  expect([...similarityMatrix(sample, columns, [0], 0)]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
});
