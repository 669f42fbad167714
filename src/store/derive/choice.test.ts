import { expect, test } from 'vitest';
import { exploration } from '../testing.ts';
import { layerOfMostEffect } from './choice.ts';

const base = exploration({ sentences: ['a b'], specials: 'include', seed: 1, pairs: 1, columns: [] });

test('the layer shown first is the one of the network whose anisotropy a cut changes most', () => {
  const shown = {
    ...base,
    layers: 3,
    dims: 2,
    // at dimension 0 much of the embeddings, most of layer 1, little of layer 2
    mean: Float32Array.of(9, 0, 3, 0.1, 0.5, 1),
    square: Float32Array.of(81, 1, 9, 1, 1, 2),
  };
  expect(layerOfMostEffect(shown, new Set([0]))).toBe(1);
});

test('without any effect it is the last', () => {
  expect(layerOfMostEffect(base, new Set())).toBe(1);
});
