import { expect, it } from 'vitest';
import { anisotropyTitle } from './anisotropy-title.ts';

const finding = {
  cut: [81],
  deed: { doing: 'Cutting 81', done: 'Without 81' },
  dims: 256,
  layer: 4,
  control: false,
};

it.each([
  [0.393, 0.144, 'opens the cone'],
  [0.1, 0.2, 'narrows the cone'],
  [0.1, -0.2, 'opens the cone'],
  [-0.13, -0.097, 'towards right angles'],
  [-0.13, -0.3, 'further apart'],
  [-0.3, 0.04, 'narrows the cone'],
  [0.2, 0.199, 'changes little'],
])('from %f to %f says that the cut %s', (before, after, words) => {
  expect(anisotropyTitle({ ...finding, before, after })).toContain(words);
});
