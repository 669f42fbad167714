import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { HeldSample } from '../../src/protocol/exploration.ts';
import { readExample, writeExample } from '../../src/store/example/example.ts';
import { computeExample } from './compute-example.ts';

const models = new URL('../../public/models/', import.meta.url);

async function readJson(address: URL): Promise<unknown> {
  return JSON.parse(await readFile(address, 'utf8'));
}

async function defaultFolder(): Promise<URL> {
  const { default: id } = (await readJson(new URL('index.json', models))) as { default: string };
  return new URL(`${id}/`, models);
}

test('the example that the page draws first is what its model gives today (else: npm run make:example)', async () => {
  const folder = await defaultFolder();
  const stored = readExample(await readJson(new URL('example.json', folder)));
  const fresh = await computeExample(fileURLToPath(folder));
  if (!stored) throw new Error('example.json is not an example');
  expect(stored.sha256).toBe(fresh.sha256);
  const { exploration: was } = stored;
  const { exploration: is } = fresh;
  expect(was.tokens).toEqual(is.tokens);
  expect(was.counted).toEqual(is.counted);
  expect([...was.pairs.sample.left]).toEqual([...is.pairs.sample.left]);
  expect([...was.pairs.columns.keys()]).toEqual([...is.pairs.columns.keys()]);
  // another processor may round the last digits otherwise
  expectClose(was.mean, is.mean);
  expectClose(was.square, is.square);
  expectClose(was.contribution, is.contribution);
  expectHeldClose(was.pairs, is.pairs);
  expect(stored.words.items).toEqual(fresh.words.items);
  expectHeldClose(stored.words.held, fresh.words.held);
  expect(difference(was.minima, is.minima)).toBeLessThanOrEqual(2);
  expect(difference(was.histogram.counts, is.histogram.counts)).toBeLessThanOrEqual(2);
}, 60_000);

test('an example reads back as it was written', async () => {
  const json = await readJson(new URL('example.json', await defaultFolder()));
  const stored = readExample(json);
  if (!stored) throw new Error('example.json is not an example');
  expect(JSON.stringify(writeExample(stored))).toBe(JSON.stringify(json));
});

test('anything else is no example', () => {
  for (const json of [undefined, null, 3, {}, { sha256: 'x', exploration: { mean: '!!' } }]) {
    expect(readExample(json)).toBeUndefined();
  }
});

function expectHeldClose(was: HeldSample, is: HeldSample): void {
  expectClose(was.sample.squares, is.sample.squares);
  expectClose(was.sample.dots, is.sample.dots);
  expectClose(was.sample.weights, is.sample.weights);
}

function expectClose(was: ArrayLike<number> | undefined, is: ArrayLike<number> | undefined): void {
  expect(was?.length).toBe(is?.length);
  const far = Array.from(was ?? []).map((value, i) => {
    const other = is?.[i] ?? NaN;
    return Math.abs(value - other) / Math.max(1, Math.abs(other));
  });
  expect(Math.max(0, ...far)).toBeLessThan(1e-4);
}

function difference(was: Uint32Array, is: Uint32Array): number {
  return was.reduce((most, count, i) => Math.max(most, Math.abs(count - (is[i] ?? NaN))), 0);
}
