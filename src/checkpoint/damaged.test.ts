import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damagedJson } from '../core/damaged-json.fixture.ts';
import { TailscopeError } from '../core/error.ts';
import { openCheckpoint } from './index.ts';
import { memoryFile } from './memory-file.fixture.ts';

/** A checkpoint's files; of weights the header alone is damaged, as the rest is never read here. */
function filesOf(folder: string): Map<string, Uint8Array> {
  const url = new URL(`../graph/fixtures/${folder}/`, import.meta.url);
  const names = readdirSync(url).filter((name) => /^(config|tokenizer|model)/.test(name));
  return new Map(names.map((name) => [name, new Uint8Array(readFileSync(new URL(name, url)))]));
}

const parse = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));
const written = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));
const headerEnd = (bytes: Uint8Array) =>
  8 + Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));

/** A file whose JSON says something else; of weights their header, its length right or wrong. */
function withOtherValues(name: string, bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  if (name.endsWith('.json')) return damagedJson(parse(bytes)).map(written);
  const end = headerEnd(bytes);
  const length = fc.option(fc.oneof(fc.bigInt(0n, 2n ** 64n - 1n), fc.bigInt(0n, 20_000n)), { freq: 5 });
  return fc
    .tuple(damagedJson(parse(bytes.subarray(8, end))).map(written), length)
    .map(([header, claimed]) => {
      const start = new Uint8Array(8);
      new DataView(start.buffer).setBigUint64(0, claimed ?? BigInt(header.length), true);
      return Uint8Array.from([...start, ...header, ...bytes.subarray(end)]);
    });
}

/** A file cut off, or with bytes of its readable part changed. */
function withOtherBytes(name: string, bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const readable = name.endsWith('.json') ? bytes.length : headerEnd(bytes);
  const change = fc.tuple(fc.nat(readable - 1), fc.nat(255));
  return fc
    .tuple(fc.array(change, { maxLength: 10 }), fc.option(fc.nat(bytes.length), { freq: 3 }))
    .map(([changes, cut]) => {
      const damaged = Uint8Array.from(bytes);
      for (const [place, value] of changes) damaged[place] = value;
      return damaged.subarray(0, cut ?? bytes.length);
    });
}

describe.each(['bert-f32', 'albert', 'xlm-roberta'])('a damaged checkpoint of %s', (folder) => {
  const whole = filesOf(folder);
  const names = [...whole.keys()];
  // what there is to read but for the weights' numbers
  const readable = [...whole].reduce(
    (sum, [name, bytes]) => sum + (name.endsWith('.json') ? bytes.length : headerEnd(bytes)),
    0,
  );

  it.each([
    ['values', withOtherValues],
    ['bytes', withOtherBytes],
  ])(
    'with other %s opens with weights inside its files, or says why not, and reads no more than headers',
    async (_, damage) => {
      const broken = fc
        .constantFrom(...names)
        .chain((name) => damage(name, whole.get(name) ?? new Uint8Array()).map((bytes) => ({ name, bytes })));
      await fc.assert(
        fc.asyncProperty(broken, async ({ name, bytes }) => {
          const files = names.map((each) =>
            memoryFile(each, each === name ? bytes : (whole.get(each) ?? new Uint8Array())),
          );
          try {
            const { weights, weightsFiles, graph } = await openCheckpoint(files);
            expect(graph.length).toBeLessThan(100_000);
            for (const { location, start, end } of weights.values()) {
              const { size = NaN } = weightsFiles.find((file) => file.name === location) ?? {};
              expect(0 <= start && start <= end && end <= size).toBe(true);
            }
          } catch (error) {
            expect(error).toBeInstanceOf(TailscopeError);
            expect(error).not.toMatchObject({ code: 'internal' });
          }
          const asked = files.reduce((sum, file) => sum + file.asked(), 0);
          expect(asked).toBeLessThan(readable + bytes.length + 1000);
        }),
        { numRuns: 100 },
      );
    },
    60_000,
  );
});
