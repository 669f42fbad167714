import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../core/random.ts';
import { pairsWithin } from './pairs-within.ts';

describe('pairsWithin', () => {
  it('takes every pair of every group where that is not too many, every group counting alike', () => {
    const { items, left, right, weights, starts, complete } = pairsWithin([2, 3], 4, seeded(1));
    expect(items.map(({ group, member }) => [group, member])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    expect([...left]).toEqual([0, 2, 2, 3]);
    expect([...right]).toEqual([1, 3, 4, 4]);
    expect([...weights]).toEqual([1 / 2, 1 / 6, 1 / 6, 1 / 6]);
    expect([...starts]).toEqual([0, 1, 4]);
    expect(complete).toBe(true);
  });

  it('keeps within as many pairs as are wanted, at least one a group, and joins only members of a group', () => {
    const sizes = fc.array(fc.integer({ min: 2, max: 40 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(sizes, fc.nat(500), fc.nat(), (groups, most, seed) => {
        const { items, left, right, weights, starts, complete } = pairsWithin(groups, most, seeded(seed));
        expect(left.length).toBeLessThanOrEqual(Math.max(most, groups.length));
        expect(starts.at(-1)).toBe(left.length);
        for (const [g] of groups.entries()) expect(starts[g + 1]).toBeGreaterThan(starts[g] ?? NaN);
        for (const [p, i] of left.entries()) {
          const [x, y] = [items[i], items[right[p] ?? NaN]];
          expect(x?.group).toBe(y?.group);
          expect(x?.member).toBeLessThan(y?.member ?? NaN);
        }
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        const all = groups.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
        expect(complete).toBe(left.length === all);
      }),
    );
  });

  it('draws different members for different seeds', () => {
    const draw = (seed: number) => pairsWithin([50], 10, seeded(seed)).items;
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });
});
