import * as v from 'valibot';
import { TailscopeError } from '../core/error.ts';
import { DTYPE_BITS, type Dtype, type TensorEntry } from '../graph/index.ts';
import type { HeaderProblem } from '../strings/index.ts';
import { baseName, readRange, type ByteFile } from './byte-file.ts';
import { clip } from './clip.ts';
import { parseJson } from './json-file.ts';
import { otherFormat } from './other-format.ts';

/** A header of 10,000 tensors takes about 1.5 MB; the format itself allows 100 MB. */
const LONGEST_HEADER = 16 * 2 ** 20;
const MOST_AXES = 8;

const OPENING_BRACE = 0x7b;

const Size = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Tensor = v.object({
  dtype: v.string(),
  shape: v.pipe(v.array(Size), v.maxLength(MOST_AXES)),
  data_offsets: v.tuple([Size, Size]),
});

/**
 * Reads and checks the header of a safetensors file: the tensors and where their bytes lie. Nothing is
 * allocated but the header itself, whose length is checked first.
 * @throws TailscopeError("not-safetensors" | "safetensors-header" | "file-short" | "file-html" | "cancelled")
 */
export async function readSafetensorsHeader(
  file: ByteFile,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, TensorEntry>> {
  const name = baseName(file.name);
  const start = await readRange(file, 0, Math.min(file.size, 64), signal);
  refuseOtherFormats(start, name);
  if (start.length <= 8) throw TailscopeError.of('file-short', { name, expected: 10, found: start.length });
  const length = new DataView(start.buffer, start.byteOffset).getBigUint64(0, true);
  if (length < 2n || length > LONGEST_HEADER)
    throw TailscopeError.of('not-safetensors', { name, found: 'other' });
  const base = 8 + Number(length);
  const json = parseJson(await readRange(file, 8, base, signal), name);
  return checkTensors(json, base, file);
}

/** Says what a file is that holds no header where safetensors has one. */
function refuseOtherFormats(start: Uint8Array, name: string): void {
  if (start[8] === OPENING_BRACE) return;
  const found = otherFormat(start, name);
  if (start.length > 8 || found !== 'other') throw TailscopeError.of('not-safetensors', { name, found });
}

function checkTensors(json: unknown, base: number, file: ByteFile): ReadonlyMap<string, TensorEntry> {
  const name = baseName(file.name);
  const fail = (problem: HeaderProblem) => TailscopeError.of('safetensors-header', { name, problem });
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw fail({ is: 'not-an-object' });
  const tensors = new Map<string, TensorEntry>();
  for (const [tensor, value] of Object.entries(json)) {
    if (tensor === '__metadata__') continue;
    const parsed = v.safeParse(Tensor, value);
    if (!parsed.success) throw fail({ is: 'malformed', tensor: clip(tensor) });
    const {
      dtype,
      shape,
      data_offsets: [from, to],
    } = parsed.output;
    if (!isDtype(dtype)) throw fail({ is: 'type', tensor: clip(tensor), found: clip(dtype) });
    const bits = shape.reduce((product, size) => product * size, DTYPE_BITS[dtype]);
    // beyond 2^53 the product is rounded, but then no file is long enough
    if (to < from || bits !== 8 * (to - from))
      throw fail({ is: 'size', tensor: clip(tensor), shape, dtype, from, to });
    if (base + to > file.size)
      throw TailscopeError.of('file-short', { name, expected: base + to, found: file.size });
    tensors.set(tensor, { dtype, shape, location: name, start: base + from, end: base + to });
  }
  const overlap = findOverlap(tensors);
  if (overlap) throw fail({ is: 'overlap', tensors: [clip(overlap[0]), clip(overlap[1])] });
  return tensors;
}

function findOverlap(tensors: ReadonlyMap<string, TensorEntry>): readonly [string, string] | undefined {
  const filled = [...tensors].filter(([, { start, end }]) => end > start);
  const inOrder = filled.sort(([, a], [, b]) => a.start - b.start);
  for (const [i, [name, { end }]] of inOrder.entries()) {
    const next = inOrder[i + 1];
    if (next && next[1].start < end) return [name, next[0]];
  }
  return undefined;
}

const isDtype = (dtype: string): dtype is Dtype => Object.hasOwn(DTYPE_BITS, dtype);
