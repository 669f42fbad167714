import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packedLength, packSymmetric, unpackSymmetric } from './packed-symmetric.ts';

it('a packed matrix is the upper half of one, and the whole one again', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 0, max: 7 })
        .chain((size) =>
          fc.tuple(
            fc.constant(size),
            fc.array(fc.double({ noNaN: true }), { minLength: size ** 2, maxLength: size ** 2 }),
          ),
        ),
      ([size, values]) => {
        const symmetric = Float64Array.from(values, (_, i) => {
          const [row, column] = [Math.floor(i / size), i % size];
          return values[Math.min(row, column) * size + Math.max(row, column)] ?? 0;
        });
        const packed = packSymmetric(values, size);
        expect(packed.length).toBe(packedLength(size));
        expect(unpackSymmetric(packed, size)).toEqual(symmetric);
      },
    ),
  );
});
