import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../core/random.ts';
import { drawDistinct } from './draw-distinct.ts';

test('draws so many different numbers below the size', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.nat(), (a, b, seed) => {
      const [count, size] = a < b ? [a, b] : [b, a];
      const drawn = drawDistinct(size, count, seeded(seed));
      expect(new Set(drawn).size).toBe(count);
      expect(drawn.every((n) => Number.isInteger(n) && n >= 0 && n < size)).toBe(true);
    }),
  );
});

test('every number is as likely', () => {
  const random = seeded(1);
  const seen = new Array<number>(10).fill(0);
  for (let r = 0; r < 10_000; r++) for (const n of drawDistinct(10, 3, random)) seen[n] = (seen[n] ?? 0) + 1;
  // 3,000 expected; the standard deviation is 46.
  for (const count of seen) expect(Math.abs(count - 3000)).toBeLessThan(200);
});

test('reaches every number of a size above 2^32, odd ones too', () => {
  const drawn = drawDistinct(2 ** 36, 2000, seeded(3));
  const odd = drawn.filter((n) => n % 2 === 1).length;
  // 1,000 expected; the standard deviation is 22.
  expect(Math.abs(odd - 1000)).toBeLessThan(110);
});
