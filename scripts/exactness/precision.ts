import { readTensors, writeTensors } from './safetensors-file.ts';

/** A number format of weights, by its name in safetensors. */
export type Precision = 'F32' | 'F16' | 'BF16';

/**
 * A safetensors file whose float32 tensors are written in another format, and whose tensors have other
 * names.
 * @param precision left out: the formats stay
 * @throws Error at a number that the format does not hold exactly
 */
export function rewrite(
  file: Uint8Array<ArrayBuffer>,
  precision: Precision | undefined,
  rename: (name: string) => string,
): Uint8Array<ArrayBuffer> {
  const tensors = readTensors(file).map(({ name, dtype, shape, bytes }) => {
    const converted = precision !== undefined && dtype === 'F32';
    return {
      name: rename(name),
      dtype: converted ? precision : dtype,
      shape,
      bytes: converted ? convert(bytes, precision) : bytes,
    };
  });
  return writeTensors(tensors);
}

/** @param bytes little-endian float32 */
function convert(bytes: Uint8Array<ArrayBuffer>, precision: Precision): Uint8Array<ArrayBuffer> {
  if (precision === 'F32') return bytes;
  const bits = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const halves = Uint16Array.from(bits, precision === 'BF16' ? toBfloat16 : toFloat16);
  return new Uint8Array(halves.buffer);
}

function toBfloat16(bits: number): number {
  if ((bits & 0xffff) !== 0) throw new Error('a weight is no bfloat16 number');
  return bits >>> 16;
}

/** Normal numbers and zero alone. */
function toFloat16(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  if ((bits & 0x7fffffff) === 0) return sign;
  const exponent = ((bits >>> 23) & 0xff) - 127 + 15;
  if (exponent < 1 || exponent > 30 || (bits & 0x1fff) !== 0)
    throw new Error('a weight is no float16 number');
  return sign | (exponent << 10) | ((bits >>> 13) & 0x3ff);
}
