import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partAt, shareParts } from './share-parts.ts';

describe('shareParts', () => {
  const counts = [0, 3, 60, 1, 30, 1, 5];
  it('puts tails first, then the largest, and adds up the small', () => {
    const parts = shareParts(counts, new Set([4]), 0.04);
    expect(parts.map(({ dim, dims, count }) => [dim, dims, count])).toEqual([
      [4, 1, 30],
      [2, 1, 60],
      [6, 1, 5],
      [undefined, 3, 5],
    ]);
  });
  it('names a tail however small', () => {
    expect(shareParts(counts, new Set([3]), 0.2)[0]?.dim).toBe(3);
  });
  it('always fills the row, and each place of it belongs to a part', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(50), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (row, least) => {
          const parts = shareParts(row, new Set([1]), least);
          const total = row.reduce((sum, n) => sum + n, 0);
          expect(parts.reduce((sum, part) => sum + part.count, 0)).toBe(total);
          if (total === 0) return;
          expect(parts.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1, 9);
          expect(partAt(parts, 0.5)).toBeDefined();
        },
      ),
    );
  });
  it('has nothing for a row without vectors', () => {
    expect(shareParts([0, 0], new Set(), 0.1)).toEqual([]);
  });
});
