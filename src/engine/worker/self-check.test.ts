import { describe, expect, it } from 'vitest';
import { FakeModel } from '../testing/fake-model.ts';
import { disagreement, longProbe, probe, tolerance } from './self-check.ts';

const states = (...data: number[]) => ({
  layers: 1,
  tokens: 1,
  dims: data.length,
  data: Float32Array.from(data),
});

it('is the largest difference relative to the largest value of the reference', () => {
  expect(disagreement(states(1, -20, 3), states(1, -20, 3.5))).toBeCloseTo(0.5 / 20, 6);
});

it('is absolute where all values are small', () => {
  expect(disagreement(states(0.1, 0.2), states(0.1, 0.201))).toBeCloseTo(0.001, 5);
});

it('never lets a value pass that is not a number or is missing', () => {
  for (const bad of [states(1, NaN, 1), states(NaN, 2, 1), states(1, 2), states(1, Infinity, 1)]) {
    expect(disagreement(states(1, 2, 1), bad) <= tolerance({ halfPrecision: true })).toBe(false);
  }
});

describe('the texts that devices are held to', () => {
  /** One token a word: no tokenizer of the page makes fewer. */
  const tokenizer = {
    ...new FakeModel(512).tokenizer,
    encode: (sentence: string) => new FakeModel(512).tokenizer.encode(sentence.replaceAll(/\S+/g, '5')),
  };

  it('are short with padding in it, below the 32 tokens at which the runtime takes other shaders', () => {
    const { sentences, longest } = probe(tokenizer);
    expect(new Set(sentences.map(({ length }) => length)).size).toBe(2);
    expect(longest).toBeLessThan(32);
  });

  it('and long: more than the 64 tokens of one workgroup of these', () => {
    expect(longProbe(tokenizer).longest).toBeGreaterThan(64);
  });
});
