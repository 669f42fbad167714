import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HiddenStates } from '../core/hidden-states.ts';
import { StateDifferences } from './state-differences.ts';

const states = (layers: number, dims: number, data: readonly number[]): HiddenStates => ({
  layers,
  tokens: data.length / layers / dims,
  dims,
  data: Float32Array.from(data),
});
const differences = (one: HiddenStates, other: HiddenStates) => {
  const found = new StateDifferences(one.layers, one.dims);
  found.add(one, other);
  return found.byLayer();
};

it('gives the largest and the mean difference and the cosines of each layer', () => {
  const one = states(2, 2, [1, 0, 3, 4, 3, 4, 0, 1]);
  const other = states(2, 2, [0, 1, 3, 4, 6, 8, 0, 1]);
  expect(differences(one, other)).toEqual([
    { largest: 1, mean: 0.5, cosine: 0.5, lowestCosine: 0 },
    { largest: 4, mean: 1.75, cosine: 1, lowestCosine: 1 },
  ]);
});

it('is nothing between states and themselves', () => {
  const same = states(1, 2, [3, 4, 0, -2]);
  expect(differences(same, same)).toEqual([{ largest: 0, mean: 0, cosine: 1, lowestCosine: 1 }]);
});

it('is nothing without tokens', () => {
  expect(differences(states(1, 3, []), states(1, 3, []))).toEqual([
    { largest: 0, mean: 0, cosine: 1, lowestCosine: 1 },
  ]);
});

it('is not a number where a value is none', () => {
  const [found] = differences(states(1, 2, [1, NaN]), states(1, 2, [1, 2]));
  expect(found?.largest).toBeNaN();
});

it('does not depend on the batches', () => {
  const value = fc.double({ min: -5, max: 5, noNaN: true });
  const token = fc.array(value, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(token, token), { minLength: 1, maxLength: 8 }),
      fc.nat(8),
      (tokens, cut) => {
        const of = (which: 0 | 1, from = 0, to = tokens.length) => {
          const rows = tokens.slice(from, to).map((pair) => pair[which]);
          // two layers of two dimensions
          return states(2, 2, [
            ...rows.flatMap((row) => row.slice(0, 2)),
            ...rows.flatMap((row) => row.slice(2)),
          ]);
        };
        const parts = new StateDifferences(2, 2);
        parts.add(of(0, 0, cut), of(1, 0, cut));
        parts.add(of(0, cut), of(1, cut));
        const whole = differences(of(0), of(1));
        for (const [layer, found] of parts.byLayer().entries()) {
          expect(found.largest).toBe(whole[layer]?.largest);
          expect(found.lowestCosine).toBe(whole[layer]?.lowestCosine);
          expect(found.mean).toBeCloseTo(whole[layer]?.mean ?? NaN, 10);
          expect(found.cosine).toBeCloseTo(whole[layer]?.cosine ?? NaN, 10);
        }
      },
    ),
  );
});
