import * as v from 'valibot';

/** A number format of weights, by its name in safetensors. */
export type Precision = 'F32' | 'F16' | 'BF16';

const Entry = v.object({
  dtype: v.string(),
  shape: v.array(v.number()),
  data_offsets: v.tuple([v.number(), v.number()]),
});
const Header = v.record(v.string(), v.unknown());

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
  const length = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  const before = v.parse(Header, JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length))));
  const header: Record<string, v.InferOutput<typeof Entry>> = {};
  const parts: Uint8Array[] = [];
  let end = 0;
  for (const [name, entry] of Object.entries(before)) {
    if (name === '__metadata__') continue;
    const { dtype, shape, data_offsets: offsets } = v.parse(Entry, entry);
    const bytes = file.slice(8 + length + offsets[0], 8 + length + offsets[1]);
    const converted = precision !== undefined && dtype === 'F32';
    const part = converted ? convert(bytes, precision) : bytes;
    const place: [number, number] = [end, end + part.length];
    header[rename(name)] = { dtype: converted ? precision : dtype, shape, data_offsets: place };
    parts.push(part);
    end += part.length;
  }
  return assemble(header, parts);
}

function assemble(header: object, parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = new Uint8Array(8);
  new DataView(start.buffer).setBigUint64(0, BigInt(text.length), true);
  return new Uint8Array(Buffer.concat([start, text, ...parts]));
}

/** @param bytes little-endian float32 */
function convert(bytes: Uint8Array<ArrayBuffer>, precision: Precision): Uint8Array {
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
