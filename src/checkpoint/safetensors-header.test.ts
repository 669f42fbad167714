import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TailscopeError } from '../core/error.ts';
import { memoryFile, safetensors } from './memory-file.fixture.ts';
import { readSafetensorsHeader } from './safetensors-header.ts';

const read = (content: string | Uint8Array) =>
  readSafetensorsHeader(memoryFile('model.safetensors', content));
const code = (expected: string): unknown => expect.objectContaining({ code: expected });
const tensor = (shape: number[], from: number, to: number, dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: [from, to],
});

it('gives every tensor its type, shape and byte range in the file', async () => {
  const header = { __metadata__: { format: 'pt' }, a: tensor([2, 3], 0, 24), b: tensor([], 24, 26, 'BF16') };
  const base = 8 + JSON.stringify(header).length;
  expect(await read(safetensors(header, 26))).toEqual(
    new Map([
      ['a', { dtype: 'F32', shape: [2, 3], location: 'model.safetensors', start: base, end: base + 24 }],
      ['b', { dtype: 'BF16', shape: [], location: 'model.safetensors', start: base + 24, end: base + 26 }],
    ]),
  );
});

it('asks for nothing but the header', async () => {
  const header = { a: tensor([1000], 0, 4000) };
  const file = memoryFile('model.safetensors', safetensors(header, 4000));
  await readSafetensorsHeader(file);
  expect(file.asked()).toBeLessThan(200);
});

describe('a header that makes no sense is refused', () => {
  it.each([
    ['an unknown type', { a: tensor([1], 0, 4, 'F31') }],
    ['a shape that needs other bytes', { a: tensor([2], 0, 4) }],
    ['dimensions whose product overflows', { a: tensor([2 ** 52, 2 ** 52], 0, 4) }],
    ['a dimension of 10^9', { a: tensor([1e9], 0, 4e9 - 4) }],
    ['a negative size', { a: tensor([-1], 0, 4) }],
    ['a size that is not whole', { a: tensor([0.5], 0, 2) }],
    ['more axes than any tensor has', { a: tensor(Array<number>(9).fill(1), 0, 4) }],
    ['offsets in reverse', { a: tensor([1], 4, 0) }],
    ['tensors that overlap', { a: tensor([2], 0, 8), b: tensor([1], 4, 8) }],
    ['a tensor that is no object', { a: 1 }],
    ['a list', [1]],
  ])('%s', async (_, header) => {
    // a list does not begin with a brace
    const expected = Array.isArray(header) ? 'not-safetensors' : 'safetensors-header';
    await expect(read(safetensors(header, 8))).rejects.toThrow(code(expected));
  });
  it('by the name of its tensor', async () => {
    await expect(read(safetensors({ 'layer.0': tensor([2], 0, 4) }, 8))).rejects.toThrow(
      'tensor layer.0 of shape [2] F32 cannot lie in bytes 0 to 4',
    );
    const twice = { one: tensor([2], 0, 8), two: tensor([1], 4, 8) };
    await expect(read(safetensors(twice, 8))).rejects.toThrow('tensors one and two share bytes');
    await expect(read(safetensors({ odd: tensor([1], 0, 4, 'F31') }, 8))).rejects.toThrow(/odd .*F31/);
    await expect(read(safetensors({ none: 1 }, 8))).rejects.toThrow('tensor none lacks');
  });
});

describe('another kind of file is named', () => {
  it.each([
    ['a web page', '<!doctype html><title>Sign in</title>', 'file-html', /web page/],
    ['a zip as PyTorch writes it', 'PK\u0003\u0004aaaaaaaaaaaaaaaa', 'not-safetensors', /zip/],
    [
      'a pickle',
      Uint8Array.of(0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20),
      'not-safetensors',
      /pickle/,
    ],
    ['a pointer of git-lfs', 'version https://git-lfs.github.com/spec/v1\noid', 'not-safetensors', /git-lfs/],
    ['random bytes', 'these are only words', 'not-safetensors', /header/],
    ['nothing', '', 'file-short', /ends early/],
  ] as const)('%s', async (_, content, expected, words) => {
    await expect(read(content)).rejects.toThrow(code(expected));
    await expect(read(content)).rejects.toThrow(words);
  });
});

describe('a file cut off', () => {
  const whole = safetensors({ a: tensor([2], 0, 8) }, 8);
  it.each([5, 8, 20, whole.length - 1])('after %i bytes is refused as too short', async (length) => {
    await expect(read(whole.slice(0, length))).rejects.toThrow(code('file-short'));
  });
  it('is refused when it reads shorter than it said', async () => {
    const file = { ...memoryFile('model.safetensors', whole), size: whole.length + 10_000 };
    const long = safetensors({ a: tensor([2], 0, 8), pad: 'x'.repeat(500) }, 0);
    await expect(
      readSafetensorsHeader({
        ...file,
        read: (from, to) => Promise.resolve(long.slice(from, Math.min(to, 100))),
      }),
    ).rejects.toThrow(code('file-short'));
  });
});

it('refuses a header longer than any, however long the file says it is', async () => {
  const bytes = safetensors({}, 0);
  new DataView(bytes.buffer).setBigUint64(0, 2n ** 63n, true);
  let largest = 0;
  const file = {
    name: 'model.safetensors',
    size: 2 ** 53 - 1,
    read: (start: number, end: number) => {
      largest = Math.max(largest, end - start);
      return Promise.resolve(new Uint8Array(end - start).map((_, i) => bytes[start + i] ?? 0));
    },
  };
  await expect(readSafetensorsHeader(file)).rejects.toThrow(code('not-safetensors'));
  expect(largest).toBeLessThanOrEqual(64);
});

it('answers anything with tensors inside the file or a TailscopeError', async () => {
  const size = fc.oneof(fc.nat(8), fc.integer(), fc.double(), fc.maxSafeInteger());
  const entry = fc.record({
    dtype: fc.constantFrom('F32', 'F16', 'I64', 'X'),
    shape: fc.array(size, { maxLength: 4 }),
    data_offsets: fc.tuple(size, size),
  });
  const header = fc.oneof(fc.dictionary(fc.string(), entry, { maxKeys: 4 }), fc.json(), fc.object());
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        header.map((json) => safetensors(json, 64)),
        fc.uint8Array({ maxLength: 200 }),
      ),
      async (bytes) => {
        try {
          for (const { start, end } of (await read(bytes)).values())
            expect(0 <= start && start <= end && end <= bytes.length).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(TailscopeError);
          expect(error).not.toMatchObject({ code: 'internal' });
        }
      },
    ),
    { numRuns: 500 },
  );
}, 60_000);
