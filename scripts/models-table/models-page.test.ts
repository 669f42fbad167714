import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { MODEL_TYPES } from '../../src/checkpoint/index.ts';

const page = readFileSync(new URL('../../docs/models.md', import.meta.url), 'utf8');

/** The cells of a table between two marks, its head the first row. */
function rowsOf(mark: string): string[][] {
  const [, part = ''] = page.split(new RegExp(`<!-- (?:end of )?${mark} -->`));
  const rows = part.split('\n').filter((line) => /^\| [^-]/.test(line));
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

const [head = [], ...measured] = rowsOf('architectures');

it('docs/models.md has a row of measured errors for every model_type that can be run', () => {
  expect(head[0]).toBe('model_type');
  expect(measured.map(([type]) => type)).toEqual([...MODEL_TYPES]);
});

it('no error in it is more than is promised', () => {
  const errors = measured.flatMap((cells) => cells.slice(1).filter((cell) => cell !== 'no head'));
  expect(errors.length).toBeGreaterThan(3 * MODEL_TYPES.length);
  for (const error of errors) expect(Number(error)).toBeLessThanOrEqual(3e-5);
});

const [, ...sources] = rowsOf('sources');
const bySource = sources.map(([type = '', weights = '', against = '', ...cells]) => ({
  type,
  weights,
  against,
  errors: cells.filter((cell) => cell !== '').map(Number),
}));

it('every model_type was measured in every format of safetensors from every source but the bundle', () => {
  const whole = bySource.filter(({ errors }) => errors.length === 4);
  expect(whole.map(({ type, weights }) => `${type} ${weights}`).sort()).toEqual(
    MODEL_TYPES.flatMap((type) =>
      ['float32', 'float16', 'bfloat16'].map((weights) => `${type} ${weights}`),
    ).sort(),
  );
});

const fixtures = readdirSync(new URL('../../src/graph/edit/fixtures/', import.meta.url), {
  recursive: true,
  encoding: 'utf8',
});

it('every export of the fixtures but that with weights beside it was measured from every source', () => {
  const exports = fixtures
    .filter((path) => path.endsWith('.onnx') && !/^refused|\.external\./.test(path))
    .map((path) => path.replace(/^(.*)[\\/](.*)\.(.*)\.onnx$/, '$1 ONNX $3 ($2)'));
  const found = bySource.filter(({ errors }) => errors.length === 3);
  expect(found.map(({ type, weights }) => `${type} ${weights}`).sort()).toEqual(exports.sort());
});

it('no error by source is more than is promised of such weights', () => {
  for (const { type, weights, against, errors } of bySource) {
    const most = /^ONNX .*fp16/.test(weights) ? 1e-2 : 3e-5;
    for (const error of errors)
      expect(error, `${type} ${weights}`).toBeLessThanOrEqual(against === 'PyTorch' ? most : 0);
  }
});

const swept = [
  ['exports as PyTorch', (network: string, variant: string) => mostOf(variant, network.endsWith('logits'))],
  ['exports as unedited', () => 1e-5],
] as const;

/** As src/graph/edit/exports.test.ts has it; of half precision in hundreds of files twice that. */
function mostOf(variant: string, isLogits: boolean): number {
  if (!variant.includes('fp16')) return 1e-5;
  return isLogits ? 5e-2 : 2e-2;
}

it.each(swept)(
  'the table of %s has every network in every variant, and no error above its bound',
  (mark, most) => {
    const [[, ...variants] = [], ...rows] = rowsOf(mark);
    for (const [network = '', ...errors] of rows)
      for (const [i, variant] of variants.entries()) {
        expect(errors[i], `${network} ${variant}`).not.toBe('');
        expect(Number(errors[i]), `${network} ${variant}`).toBeLessThanOrEqual(most(network, variant));
      }
    const networks = fixtures.filter((path) => path.endsWith('config.json')).map((path) => dirname(path));
    expect(rows.map(([network]) => network)).toEqual(expect.arrayContaining(networks));
  },
);

it('every variant of the fixtures is a column of one of them', () => {
  const variants = swept.flatMap(([mark]) => rowsOf(mark)[0] ?? []);
  for (const path of fixtures.filter((each) => each.endsWith('.onnx') && !each.startsWith('refused')))
    expect(variants, path).toContain(path.split('.').at(-2));
});
