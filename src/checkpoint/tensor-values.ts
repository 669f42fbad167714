import type { Dtype } from '../graph/index.ts';

/** Types of tensor whose values are read here: those that weights come in. */
export type FloatDtype = Extract<Dtype, 'F32' | 'F16' | 'BF16'>;

export const isFloatDtype = (dtype: Dtype): dtype is FloatDtype =>
  dtype === 'F32' || dtype === 'F16' || dtype === 'BF16';

/** Bytes of one value. */
export const FLOAT_BYTES: Readonly<Record<FloatDtype, number>> = { F32: 4, F16: 2, BF16: 2 };

/** A tensor's little-endian bytes, aligned or not, as float32: exact for all three types. */
export function floatValues(bytes: Uint8Array, dtype: FloatDtype): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float32Array(Math.floor(bytes.length / FLOAT_BYTES[dtype]));
  for (let i = 0; i < values.length; i++) {
    if (dtype === 'F32') values[i] = view.getFloat32(4 * i, true);
    else values[i] = dtype === 'F16' ? fromHalf(view.getUint16(2 * i, true)) : fromBrain(view, 2 * i);
  }
  return values;
}

/** IEEE 754 binary16: 1 sign, 5 exponent (bias 15), 10 fraction bits. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** bfloat16 is the upper half of a float32. */
function fromBrain(view: DataView, at: number): number {
  scratch.setUint16(2, view.getUint16(at, true), true);
  return scratch.getFloat32(0, true);
}

const scratch = new DataView(new ArrayBuffer(4));
