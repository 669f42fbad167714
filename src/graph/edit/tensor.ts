import { TailscopeError } from '../../core/error.ts';
import { readFields, readInts, readString, requireMessage, type Field } from '../protobuf-reader.ts';
import { clip } from './clip.ts';
import { BITS, ENTRY, EXTERNAL, STRING, TENSOR } from './schema.ts';

/** Where the bytes of a tensor lie in another file. */
export interface ExternalRange {
  readonly location: string;
  readonly start: number;
  readonly end: number;
}

/** What a TensorProto is, without its elements. */
export interface TensorInfo {
  readonly name: string;
  /** TensorProto.DataType */
  readonly type: number;
  readonly dims: readonly number[];
  /** Undefined where its elements are in the message. */
  readonly external: ExternalRange | undefined;
}

const MOST_AXES = 32;
/** Of the elements that a byte of a message may hold: those of the narrowest types, packed. */
const MOST_IN_A_BYTE = 8;

/**
 * Reads a TensorProto and holds its size against the bytes that there are for it, so that no length
 * field is believed.
 * @throws TailscopeError("onnx-invalid")
 */
export function readTensor(bytes: Uint8Array, from: number, to: number): TensorInfo {
  const dims: number[] = [];
  let [name, type, location] = ['', 0, 0];
  let raw: Field | undefined;
  const entries = new Map<string, string>();
  let twice = false;
  for (const field of readFields(bytes, from, to)) {
    switch (field.number) {
      case TENSOR.dims:
        for (const size of readInts(bytes, field)) dims.push(size);
        break;
      case TENSOR.type:
        type = field.value;
        break;
      case TENSOR.name:
        name = readString(bytes, field);
        break;
      case TENSOR.raw:
        raw = field;
        break;
      case TENSOR.external:
        if (!readEntry(bytes, field, entries)) twice = true;
        break;
      case TENSOR.location:
        location = field.value;
    }
  }
  const impossible = () =>
    TailscopeError.of('onnx-invalid', { problem: { is: 'size', tensor: clip(name), dims } });
  const elements = dims.reduce((product, size) => product * size, 1);
  if (dims.length > MOST_AXES || !dims.every(Number.isSafeInteger) || !Number.isSafeInteger(elements))
    throw impossible();
  const size = bytesOf(type, elements);
  if (location === EXTERNAL) {
    if (size === undefined || raw) throw impossible();
    // one reader may take the first and another the last
    if (twice) throw misplaced(name, entries);
    return { name, type, dims, external: readRange(entries, size, name) };
  }
  const fits = raw && type !== STRING ? raw.to - raw.from === size : elements <= MOST_IN_A_BYTE * (to - from);
  if (!fits) throw impossible();
  return { name, type, dims, external: undefined };
}

function bytesOf(type: number, elements: number): number | undefined {
  const bits = BITS.get(type);
  return bits === undefined ? undefined : Math.ceil((elements * bits) / 8);
}

/** @returns whether its key is new */
function readEntry(bytes: Uint8Array, message: Field, entries: Map<string, string>): boolean {
  requireMessage(message);
  let [key, value] = ['', ''];
  for (const field of readFields(bytes, message.from, message.to)) {
    if (field.number === ENTRY.key) key = readString(bytes, field);
    else if (field.number === ENTRY.value) value = readString(bytes, field);
  }
  const isNew = !entries.has(key);
  entries.set(key, value);
  return isNew;
}

/** A place in another file, whose length the tensor's own size must be; what is left out begins at 0 and fits. */
function readRange(entries: ReadonlyMap<string, string>, size: number, tensor: string): ExternalRange {
  const location = entries.get('location') ?? '';
  const start = Number(entries.get('offset') ?? 0);
  const length = Number(entries.get('length') ?? size);
  if (!Number.isSafeInteger(start) || start < 0 || length !== size) throw misplaced(tensor, entries);
  return { location, start, end: start + size };
}

function misplaced(tensor: string, entries: ReadonlyMap<string, string>): TailscopeError {
  const location = clip(entries.get('location') ?? '');
  return TailscopeError.of('onnx-invalid', { problem: { is: 'range', tensor: clip(tensor), location } });
}
