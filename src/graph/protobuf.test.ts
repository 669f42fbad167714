import fc from 'fast-check';
import { expect, it } from 'vitest';
import { at } from '../core/at.ts';
import { ProtoWriter } from './protobuf.ts';

/** Reads one varint as the protobuf documentation describes it; what is left follows. */
function readVarint(bytes: Uint8Array): [bigint, Uint8Array] {
  let value = 0n;
  for (let i = 0; i < bytes.length; i++) {
    const byte = at(bytes, i);
    value |= BigInt(byte & 127) << BigInt(7 * i);
    if (byte < 128) return [value, bytes.subarray(i + 1)];
  }
  throw new Error('the varint does not end');
}

it('writes the example of the protobuf documentation', () => {
  expect([...new ProtoWriter().int(1, 150).finish()]).toEqual([0x08, 0x96, 0x01]);
  expect([...new ProtoWriter().string(2, 'testing').finish()]).toEqual([0x12, 7, ...Buffer.from('testing')]);
});

it('writes any int64 so that it reads back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 29 - 1 }),
      fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
      (field, value) => {
        const [tag, rest] = readVarint(new ProtoWriter().int(field, value).finish());
        expect(tag).toBe(BigInt(field) << 3n);
        const [read, end] = readVarint(rest);
        expect(BigInt.asIntN(64, read)).toBe(value);
        expect(end.length).toBe(0);
      },
    ),
  );
});

it('writes any bytes with their length, however long', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 1000 }), (bytes) => {
      const [tag, rest] = readVarint(new ProtoWriter().bytes(9, bytes).finish());
      const [length, content] = readVarint(rest);
      expect([tag, length, [...content]]).toEqual([74n, BigInt(bytes.length), [...bytes]]);
    }),
  );
});

it('writes a float as four little-endian bytes', () => {
  expect([...new ProtoWriter().float(2, 1).finish()]).toEqual([0x15, 0, 0, 0x80, 0x3f]);
});

it('writes a message in a message as its bytes', () => {
  const inner = new ProtoWriter().int(1, 150);
  expect(new ProtoWriter().message(3, inner).finish()).toEqual(
    new ProtoWriter().bytes(3, inner.finish()).finish(),
  );
});
