import { expect, test } from 'vitest';
import { MODEL } from '../../store/testing.ts';
import { differenceNumber, differenceTitle, namesApart, nearOne } from './difference-words.ts';

const rounded = { ...MODEL, name: 'small-int8', weights: { ...MODEL.weights, approximate: true } };
const difference = (...largest: number[]) => ({
  request: { sentences: [], specials: 'include' as const },
  sentences: 1,
  tokens: 2,
  layers: largest.map((each) => ({ largest: each, mean: each / 8, cosine: 0.99, lowestCosine: 0.9 })),
});

test('the title says how far at most and in which layer, and what did it where one model is rounded', () => {
  expect(differenceTitle(difference(0.1, 0.52, 0.3), MODEL, rounded)).toBe(
    'Rounding moves hidden states of small-int8 by up to 0.52, most in layer 1',
  );
  expect(differenceTitle(difference(0.6, 0.5), rounded, MODEL)).toMatch(
    /of small-int8 by up to 0\.60.* embeddings/,
  );
  expect(differenceTitle(difference(0, 2), MODEL, MODEL)).toBe(
    'Hidden states are up to 2.0 apart, most in layer 1',
  );
  expect(differenceTitle(difference(0, 0), MODEL, rounded)).toMatch(/the same hidden states/);
});

test('numbers are written with two digits that say something', () => {
  expect([0, 12.3, 0.314, 0.00000123].map(differenceNumber)).toEqual(['0', '12', '0.31', '0.0000012']);
});

test('only a cosine of 1 is written as 1', () => {
  expect([1, 0.9999999, 0.9876543].map(nearOne)).toEqual(['1.000000', '>0.999999', '0.987654']);
});

test('two sets of weights of one model are told apart by their files, two models by their names', () => {
  const file = 'onnx/model_int8.onnx';
  const quantized = { ...MODEL, weights: { ...MODEL.weights, name: file, approximate: true } };
  expect(namesApart(MODEL, quantized)).toEqual([
    `${MODEL.name} (${MODEL.weights.name})`,
    `${MODEL.name} (${file})`,
  ]);
  expect(differenceTitle(difference(0.5), MODEL, quantized)).toContain(`of ${MODEL.name} (${file}) by`);
  expect(namesApart(MODEL, { ...MODEL, name: 'other' })).toEqual([MODEL.name, 'other']);
});
