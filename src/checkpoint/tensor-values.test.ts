import fc from 'fast-check';
import { expect, it } from 'vitest';
import { floatValues } from './tensor-values.ts';

const halves = (...bits: readonly number[]) => new Uint8Array(Uint16Array.from(bits).buffer);

it('half-precision values are read as IEEE 754 has them', () => {
  expect([
    ...floatValues(halves(0x3c00, 0xc000, 0x7bff, 0x0001, 0x0400, 0x8000, 0x7c00, 0x7e00), 'F16'),
  ]).toEqual([1, -2, 65504, 2 ** -24, 2 ** -14, -0, Infinity, NaN]);
});

it('bfloat16 is the upper half of a float32', () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true }), (value) => {
      const bits = new Uint32Array(Float32Array.of(value).buffer)[0] ?? 0;
      const [read] = floatValues(halves(bits >>> 16), 'BF16');
      expect(read).toBe(new Float32Array(Uint32Array.of((bits >>> 16) << 16).buffer)[0]);
    }),
  );
});

it('float32 is read from any place in a buffer', () => {
  const bytes = new Uint8Array(9);
  new DataView(bytes.buffer).setFloat32(1, 1.5, true);
  new DataView(bytes.buffer).setFloat32(5, -0.25, true);
  expect([...floatValues(bytes.subarray(1), 'F32')]).toEqual([1.5, -0.25]);
});
