import * as v from 'valibot';

/** Statistics of some sentences that add up, element by element, to those of all: named arrays. */
export type Sums = Readonly<Record<string, Float64Array>>;

/** Sums of other sentences added to some; undefined where they are not of one shape. */
export function addSums(a: Sums, b: Sums): Sums | undefined {
  const names = Object.keys(a);
  if (names.join() !== Object.keys(b).join()) return undefined;
  const entries = names.map((name) => {
    const [left = NONE, right = NONE] = [a[name], b[name]];
    return left.length === right.length
      ? ([name, left.map((value, i) => value + (right[i] ?? 0))] as const)
      : undefined;
  });
  return entries.every((entry) => entry !== undefined) ? Object.fromEntries(entries) : undefined;
}

const NONE = new Float64Array();

/** Arrays in JSON, by name: base64 of little-endian numbers, so that nothing is rounded on the way. */
function arraysJson<T>({
  of,
  bytes: size,
}: {
  readonly of: (buffer: ArrayBuffer) => T;
  readonly bytes: number;
}) {
  return v.record(
    v.string(),
    v.pipe(
      v.string(),
      // a pattern over the megabytes of a geometry's products would run out of stack
      v.transform((text) => ({ text, bytes: Buffer.from(text, 'base64') })),
      v.check(({ text, bytes }) => bytes.toString('base64') === text),
      v.check(({ bytes }) => bytes.length % size === 0),
      v.transform(({ bytes }) => of(Uint8Array.from(bytes).buffer)),
    ),
  );
}

/** Sums in JSON. */
export const sumsJson = arraysJson({
  of: (buffer) => new Float64Array(buffer),
  bytes: Float64Array.BYTES_PER_ELEMENT,
});

/** Vectors by name. */
export type Kept = Readonly<Record<string, Float32Array>>;

/** The same of vectors, in float32. */
export const keptJson = arraysJson({
  of: (buffer) => new Float32Array(buffer),
  bytes: Float32Array.BYTES_PER_ELEMENT,
});

export function writeKept(kept: Kept): v.InferInput<typeof keptJson> {
  return Object.fromEntries(Object.entries(kept).map(([name, values]) => [name, base64(values)]));
}

export function writeSums(sums: Sums): v.InferInput<typeof sumsJson> {
  return Object.fromEntries(Object.entries(sums).map(([name, values]) => [name, base64(values)]));
}

function base64({ buffer, byteOffset, byteLength }: Float32Array | Float64Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}
