import { at } from '../core/at.ts';
import { TailscopeError } from '../core/error.ts';

/** How a field's content is coded: https://protobuf.dev/programming-guides/encoding */
export const WIRE = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

/** A field of a message, by where it lies. Nothing of it is copied. */
export interface Field {
  readonly number: number;
  readonly wire: number;
  /** Where its tag begins. */
  readonly start: number;
  /** Its content: from..to, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Of a varint: what it says, exact up to 2^53; negative numbers read as 2^64 less. 0 for other wires. */
  readonly value: number;
}

/** The most bytes that a tag and a length (or a varint) can take. */
export const LONGEST_HEADER = 20;

const LAST_FIELD_NUMBER = 2 ** 29 - 1;
const LONGEST_VARINT = 10;

/**
 * Reads a field's header at `start` within a message that ends at `end`, which may lie beyond the bytes at hand.
 * @throws TailscopeError("onnx-invalid") when it is cut off, longer than its message or no protobuf
 */
export function readField(bytes: Uint8Array, start: number, end: number): Field {
  const tag = readVarint(bytes, start, end);
  const number = Math.floor(tag.value / 8);
  const wire = tag.value % 8;
  if (number < 1 || number > LAST_FIELD_NUMBER) throw notProtobuf();
  const field = (from: number, to: number, value = 0): Field => {
    if (to > end) throw TailscopeError.of('onnx-invalid', { problem: { is: 'overlong' } });
    return { number, wire, start, from, to, value };
  };
  switch (wire) {
    case WIRE.varint: {
      const { value, next } = readVarint(bytes, tag.next, end);
      return field(tag.next, next, value);
    }
    case WIRE.fixed64:
      return field(tag.next, tag.next + 8);
    case WIRE.fixed32:
      return field(tag.next, tag.next + 4);
    case WIRE.bytes: {
      const length = readVarint(bytes, tag.next, end);
      return field(length.next, length.next + length.value);
    }
    default:
      throw notProtobuf(); // groups, which no ONNX message has
  }
}

/**
 * The fields of a message that lies in bytes from..to, in order.
 * @throws TailscopeError("onnx-invalid") on reaching one that cannot be
 */
export function* readFields(bytes: Uint8Array, from = 0, to = bytes.length): Generator<Field> {
  for (let start = from; start < to;) {
    const field = readField(bytes, start, to);
    yield field;
    start = field.to;
  }
}

/** The numbers of a repeated field of integers, which writers may pack into one field or not. */
export function* readInts(bytes: Uint8Array, field: Field): Generator<number> {
  if (field.wire === WIRE.varint) yield field.value;
  else if (field.wire === WIRE.bytes)
    for (let start = field.from; start < field.to;) {
      const { value, next } = readVarint(bytes, start, field.to);
      yield value;
      start = next;
    }
  else throw notProtobuf();
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws TailscopeError("onnx-invalid") when it is no text */
export function readString(bytes: Uint8Array, field: Field): string {
  if (field.wire !== WIRE.bytes) throw notProtobuf();
  try {
    return utf8.decode(bytes.subarray(field.from, field.to));
  } catch (cause) {
    throw TailscopeError.of('onnx-invalid', { problem: { is: 'not-protobuf' } }, cause);
  }
}

/** A field that must hold a message. @throws TailscopeError("onnx-invalid") */
export function requireMessage(field: Field): Field {
  if (field.wire !== WIRE.bytes) throw notProtobuf();
  return field;
}

function readVarint(bytes: Uint8Array, start: number, end: number): { value: number; next: number } {
  let value = 0;
  let scale = 1;
  for (let next = start; next < start + LONGEST_VARINT; scale *= 128) {
    if (next >= end || next >= bytes.length)
      throw TailscopeError.of('onnx-invalid', { problem: { is: 'overlong' } });
    const byte = at(bytes, next++);
    value += (byte & 127) * scale;
    if (byte < 128) return { value, next };
  }
  throw notProtobuf();
}

function notProtobuf(): TailscopeError {
  return TailscopeError.of('onnx-invalid', { problem: { is: 'not-protobuf' } });
}
