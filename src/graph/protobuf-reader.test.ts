import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TailscopeError } from '../core/error.ts';
import { ProtoWriter } from './protobuf.ts';
import { readField, readFields, readInts, readString, WIRE } from './protobuf-reader.ts';

const invalid: unknown = expect.objectContaining({ code: 'onnx-invalid' });
const only = (bytes: Uint8Array) => {
  const [field] = readFields(bytes);
  if (!field) throw new Error('no field');
  return field;
};

it('reads what the writer writes', () => {
  const number = fc.integer({ min: 1, max: 2 ** 29 - 1 });
  const one = fc.oneof(
    fc.record({ number, int: fc.maxSafeNat() }),
    fc.record({ number, text: fc.string() }),
    fc.record({ number, float: fc.float({ noNaN: true }) }),
  );
  fc.assert(
    fc.property(fc.array(one), (fields) => {
      const writer = new ProtoWriter();
      for (const field of fields) {
        if ('int' in field) writer.int(field.number, field.int);
        else if ('text' in field) writer.string(field.number, field.text);
        else writer.float(field.number, field.float);
      }
      const bytes = writer.finish();
      const view = new DataView(bytes.buffer);
      const read = [...readFields(bytes)].map((field) => {
        if (field.wire === WIRE.varint) return { number: field.number, int: field.value };
        if (field.wire === WIRE.bytes) return { number: field.number, text: readString(bytes, field) };
        return { number: field.number, float: view.getFloat32(field.from, true) };
      });
      expect(read).toEqual(fields);
    }),
  );
});

it('covers a message with its fields, tags and all', () => {
  const bytes = new ProtoWriter().int(1, 300).string(2, 'ab').float(3, 1).finish();
  const fields = [...readFields(bytes)];
  expect(fields.map(({ start, to }) => [start, to])).toEqual([
    [0, 3],
    [3, 7],
    [7, 12],
  ]);
});

it('reads a list of integers packed or not', () => {
  const packed = new ProtoWriter().bytes(1, Uint8Array.of(3, 0x96, 0x01)).finish();
  expect([...readInts(packed, only(packed))]).toEqual([3, 150]);
  const single = new ProtoWriter().int(1, 7).finish();
  expect([...readInts(single, only(single))]).toEqual([7]);
});

describe('it is refused', () => {
  it.each([
    ['when a field is longer than its message', [0x0a, 5, 1]],
    ['when a length is beyond any file', [0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]],
    ['when a varint does not end', [0x08, 0xff]],
    ['when a varint is longer than any', [0x08, ...Array<number>(11).fill(0xff), 1]],
    ['when a number of fixed size is cut off', [0x0d, 1, 2, 3]],
    ['when a field has the number 0', [0x02, 0]],
    ['when it holds a group', [0x0b, 0x0c]],
  ])('%s', (_, bytes) => {
    expect(() => [...readFields(Uint8Array.from(bytes))]).toThrow(invalid);
  });
  it('when a text is no UTF-8', () => {
    const bytes = new ProtoWriter().bytes(1, Uint8Array.of(0xff, 0xfe)).finish();
    expect(() => readString(bytes, only(bytes))).toThrow(invalid);
  });
});

it('reads a header whose content is not at hand', () => {
  const head = new ProtoWriter().bytes(1, new Uint8Array(300)).finish().slice(0, 3);
  expect(readField(head, 0, 400)).toMatchObject({ number: 1, from: 3, to: 303 });
});

it('answers any bytes with fields inside them or an error, and goes forward', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      let end = 0;
      try {
        for (const { start, from, to } of readFields(bytes)) {
          expect(start).toBe(end);
          expect(start < from && from <= to && to <= bytes.length).toBe(true);
          end = to;
        }
      } catch (error) {
        expect(error).toBeInstanceOf(TailscopeError);
      }
    }),
    { numRuns: 2000 },
  );
});
