import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EMBEDDING_TERMS, embeddingLife, LAYER_TERMS, layerLife, normTerms } from './life.ts';

const number = fc.double({ min: -20, max: 20, noNaN: true });
const norm = fc.record({
  mean: fc.double({ min: -2, max: 2, noNaN: true }),
  inverse: fc.double({ min: 0.1, max: 10, noNaN: true }),
  scale: fc.double({ min: -3, max: 3, noNaN: true }),
  shift: number,
});
const added = fc.record({ value: number, common: number });
const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0);

it('a LayerNorm’s three terms and the value it read add up to what it gave', () => {
  fc.assert(
    fc.property(number, norm, (value, of) => {
      const given = (value - of.mean) * of.inverse * of.scale + of.shift;
      expect(value + sum(normTerms(value, of))).toBeCloseTo(given, 8);
    }),
  );
});

it('a LayerNorm that does nothing adds nothing', () => {
  expect(normTerms(3, { mean: 0, inverse: 1, scale: 1, shift: 0 })).toEqual([0, 0, 0]);
});

it('a layer’s terms add up to its hidden state, and there is a name for each', () => {
  fc.assert(
    fc.property(number, added, added, norm, norm, (residual, attention, fed, middle, output) => {
      const terms = layerLife(residual, attention, fed, middle, output);
      expect(terms).toHaveLength(LAYER_TERMS.length);
      const between =
        (residual + attention.value - middle.mean) * middle.inverse * middle.scale + middle.shift;
      const state = (between + fed.value - output.mean) * output.inverse * output.scale + output.shift;
      expect(Math.abs(sum(terms) - state)).toBeLessThan(1e-9 * Math.max(1, Math.abs(between)) * 1e3);
    }),
  );
});

it('the embeddings’ terms are their three tables and their LayerNorm', () => {
  const terms = embeddingLife([1, 2, -0.5], { mean: 0.5, inverse: 2, scale: 3, shift: 0.25 });
  expect(terms).toHaveLength(EMBEDDING_TERMS.length);
  expect(sum(terms)).toBe((2.5 - 0.5) * 2 * 3 + 0.25);
});

it('what a block adds to all dimensions alike is not its own: the LayerNorm takes it away', () => {
  const still = { mean: 0, inverse: 1, scale: 1, shift: 0 };
  const nothing = { value: 0, common: 0 };
  const terms = layerLife(1, { value: 37, common: 37 }, nothing, { ...still, mean: 37 }, still);
  expect(terms.slice(0, 3)).toEqual([1, 0, 0]);
});
