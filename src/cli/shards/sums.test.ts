import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { addSums, sumsJson, writeSums } from './sums.ts';

const array = (size: number) =>
  fc
    .array(fc.double({ noNaN: true }), { minLength: size, maxLength: size })
    .map((list) => Float64Array.from(list));
const sums = fc.record({ a: array(3), b: array(2) });

it('sums are read as they are written, to the last bit', () => {
  fc.assert(
    fc.property(sums, (all) => {
      expect(v.parse(sumsJson, JSON.parse(JSON.stringify(writeSums(all))))).toEqual(all);
    }),
  );
});

it('sums of one shape add up, others do not', () => {
  const one = { a: Float64Array.of(1, 2) };
  expect(addSums(one, { a: Float64Array.of(3, 4) })).toEqual({ a: Float64Array.of(4, 6) });
  expect(addSums(one, { a: Float64Array.of(3) })).toBeUndefined();
  expect(addSums(one, { b: Float64Array.of(3, 4) })).toBeUndefined();
});

it('what is not base64 of whole numbers of float64 is not read', () => {
  expect(v.safeParse(sumsJson, { a: 'AAAA' }).success).toBe(false);
  expect(v.safeParse(sumsJson, { a: '%' }).success).toBe(false);
});

it('sums of a real model’s products, some megabytes, are read as any others', () => {
  const a = Float64Array.from({ length: 7 * 384 * 384 }, (_, i) => i / 7);
  expect(v.parse(sumsJson, writeSums({ a }))['a']?.at(-1)).toBe((7 * 384 * 384 - 1) / 7);
});
