import * as v from 'valibot';

/** Typed arrays as JSON carries them: base64 of their little-endian bytes. */
const bytes = v.pipe(
  v.string(),
  v.base64(),
  v.transform((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))),
);

export const floats = v.pipe(
  bytes,
  v.transform((raw) => new Float32Array(raw.buffer)),
);

export const doubles = v.pipe(
  floats,
  v.transform((narrow) => Float64Array.from(narrow)),
);

/** Counts in the fewest bytes that hold the largest. */
export const counts = v.pipe(
  v.object({ width: v.picklist([1, 2, 4]), data: bytes }),
  v.transform(({ width, data }) => {
    if (width === 1) return Uint32Array.from(data);
    return width === 2 ? Uint32Array.from(new Uint16Array(data.buffer)) : new Uint32Array(data.buffer);
  }),
);

export function writeFloats(values: Float32Array | Float64Array): string {
  return toBase64(Float32Array.from(values));
}

export function writeCounts(values: ArrayLike<number>): v.InferInput<typeof counts> {
  const largest = Array.from(values).reduce((most, value) => Math.max(most, value), 0);
  if (largest < 2 ** 8) return { width: 1, data: toBase64(Uint8Array.from(values)) };
  if (largest < 2 ** 16) return { width: 2, data: toBase64(Uint16Array.from(values)) };
  return { width: 4, data: toBase64(Uint32Array.from(values)) };
}

function toBase64(values: Uint8Array | Uint16Array | Uint32Array | Float32Array): string {
  let binary = '';
  for (const byte of new Uint8Array(values.buffer)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
