import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TailscopeError } from '../../core/error.ts';
import { ProtoWriter } from '../protobuf.ts';
import { readFields } from '../protobuf-reader.ts';
import { readModel } from './model.ts';
import { readOutline } from './outline.ts';
import { GRAPH, MODEL, TENSOR } from './schema.ts';
import { bytesOf, fileOf, smallEncoder } from './small-encoder.fixture.ts';

const code = (expected: string): unknown => expect.objectContaining({ code: expected });
const outline = (bytes: Uint8Array) => readOutline(fileOf(bytes), 'model.onnx');
/** A model whose graph has one initializer of these fields. */
const withTensor = (tensor: ProtoWriter) =>
  new ProtoWriter().message(MODEL.graph, new ProtoWriter().message(GRAPH.initializer, tensor)).finish();
const floats = (count: number) =>
  new ProtoWriter().int(TENSOR.dims, count).int(TENSOR.type, 1).string(TENSOR.name, 'w');

describe.each(['bert/trace11.f32', 'bert/trace17.uint8', 'bert/export.f32', 'albert/trace17.f32'])(
  'the outline of %s',
  (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(`fixtures/${name}.onnx`, import.meta.url)));

    it('says of every weight of 1 KB where its bytes lie, and holds the others', async () => {
      const parts = readModel(await outline(bytes)).parts;
      const tensors = new Map(
        parts.flatMap((part) => (part.kind === 'initializer' ? [[part.tensor.name, part.tensor]] : [])),
      );
      let left = 0;
      for (const part of readModel(bytes).parts) {
        if (part.kind !== 'initializer') continue;
        const { external } = tensors.get(part.tensor.name) ?? {};
        // the raw data is the last field that exporters write
        const raw = [...readFields(part.bytes, 0)].flatMap(({ from, to }) =>
          [...readFields(part.bytes, from, to)].filter(({ number }) => number === TENSOR.raw),
        )[0];
        const length = raw ? raw.to - raw.from : 0;
        expect(external !== undefined).toBe(length >= 1024);
        if (!external || !raw) continue;
        left++;
        expect(external.location).toBe('model.onnx');
        expect(bytes.slice(external.start, external.end)).toEqual(part.bytes.slice(raw.from, raw.to));
      }
      expect(left).toBeGreaterThan(0);
    });

    it('keeps every other part byte by byte', async () => {
      const after = readModel(await outline(bytes));
      const before = readModel(bytes);
      expect(after.rest).toEqual(before.rest);
      const others = ({ parts }: typeof before) => parts.filter(({ kind }) => kind !== 'initializer');
      expect(others(after)).toEqual(others(before));
    });
  },
);

it('reads no weights', async () => {
  const weights = 40 * 2 ** 20;
  const file = fileOf(withTensor(floats(weights / 4).bytes(TENSOR.raw, new Uint8Array(weights))));
  expect((await readOutline(file, 'model.onnx')).length).toBeLessThan(200);
  expect(file.asked()).toBeLessThan(2 ** 18);
});

it('leaves packed floats where they are, too', async () => {
  const bytes = withTensor(floats(512).bytes(TENSOR.floats, new Uint8Array(2048)));
  const [part] = readModel(await outline(bytes)).parts;
  expect(part).toMatchObject({ tensor: { external: { end: bytes.length } } });
});

it('copies what shares the field of floats and is none', async () => {
  const complex = new ProtoWriter()
    .int(TENSOR.dims, 256)
    .int(TENSOR.type, 14)
    .bytes(TENSOR.floats, new Uint8Array(2048));
  const [part] = readModel(await outline(withTensor(complex))).parts;
  expect(part).toMatchObject({ tensor: { external: undefined } });
});

it('takes a graph that comes in parts as one', async () => {
  const model = smallEncoder();
  const half = {
    ...model,
    steps: model.steps.splice(7),
    initializers: new Map(),
    inputs: new Map(),
    outputs: new Map(),
  };
  const together = new Uint8Array([...bytesOf(model), ...bytesOf(half)]);
  const count = (bytes: Uint8Array) => readModel(bytes).parts.filter(({ kind }) => kind === 'node').length;
  expect(count(await outline(together))).toBe(smallEncoder().steps.length);
});

describe('a file is refused', () => {
  it('that ends early, with how much is missing', async () => {
    const bytes = bytesOf(smallEncoder());
    await expect(outline(bytes.slice(0, 2000))).rejects.toThrow(code('file-short'));
  });
  it('that reads shorter than it said', async () => {
    const bytes = bytesOf(smallEncoder());
    const file = { ...fileOf(bytes), read: () => Promise.resolve(bytes.slice(0, 10)) };
    await expect(readOutline(file, 'model.onnx')).rejects.toThrow(code('file-short'));
  });
  it('whose weights are in it twice', async () => {
    const raw = new Uint8Array(1024);
    const twice = withTensor(floats(256).bytes(TENSOR.raw, raw).bytes(TENSOR.raw, raw));
    await expect(outline(twice)).rejects.toThrow(code('onnx-invalid'));
  });
  it('that claims any length, without being believed', async () => {
    // a graph, in it a tensor, in it raw data: each as long as the largest file
    const lie = Uint8Array.of(0x3a, ...varint(2 ** 52), 0x2a, ...varint(2 ** 51), 0x4a, ...varint(2 ** 50));
    const file = fileOf(lie);
    const endless = {
      ...file,
      size: 2 ** 53 - 1,
      read: (start: number, end: number) =>
        file.read(start, end).then((bytes) => {
          const filled = new Uint8Array(end - start);
          filled.set(bytes);
          return filled;
        }),
    };
    await expect(readOutline(endless, 'model.onnx')).rejects.toThrow(code('onnx-invalid'));
    expect(file.largest()).toBeLessThanOrEqual(2 ** 16);
  });
  it('that would fill memory with what is no weight', async () => {
    const long = new ProtoWriter().bytes(2, new Uint8Array(65 * 2 ** 20)).finish();
    await expect(outline(long)).rejects.toThrow(code('onnx-unsupported'));
  });
});

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

it('answers any bytes with an outline or a TailscopeError', async () => {
  const whole = bytesOf(smallEncoder());
  const damaged = fc
    .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
    .map((changes) => {
      const bytes = whole.slice();
      for (const [place, value] of changes) bytes[place] = value;
      return bytes;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged), async (bytes) => {
      try {
        expect((await outline(bytes)).length).toBeLessThanOrEqual(2 * bytes.length + 200);
      } catch (error) {
        expect(error).toBeInstanceOf(TailscopeError);
        expect(error).not.toMatchObject({ code: 'internal' });
      }
    }),
    { numRuns: 500 },
  );
});
