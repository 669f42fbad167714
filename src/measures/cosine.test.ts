import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cosine } from './cosine.ts';

test('is 1 along, 0 across and -1 against', () => {
  expect(cosine([3, 4], [6, 8])).toBe(1);
  expect(cosine([1, 0], [0, 2])).toBe(0);
  expect(cosine([3, 4], [-3, -4])).toBe(-1);
});

test('is 0 with a zero vector', () => {
  expect(cosine([0, 0], [1, 2])).toBe(0);
});

test('is symmetric, within [-1, 1], and blind to scale', () => {
  const vector = fc.array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(vector, vector, (x, y) => {
      const value = cosine(x, y);
      expect(Math.abs(value)).toBeLessThanOrEqual(1);
      expect(cosine(y, x)).toBe(value);
      const doubled = cosine(
        x.map((v) => 2 * v),
        y,
      );
      expect(doubled).toBeCloseTo(value, 10);
    }),
  );
});
