import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MODEL_TYPES } from '../../src/checkpoint/index.ts';

const page = readFileSync(new URL('../../docs/models.md', import.meta.url), 'utf8');

/** The cells of a table between two marks, its head left out. */
function rowsOf(mark: string): string[][] {
  const [, part = ''] = page.split(new RegExp(`<!-- (?:end of )?${mark} -->`));
  const rows = part.split('\n').filter((line) => line.startsWith('| `'));
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

const bySource = rowsOf('sources').map(([type = '', weights = '', against = '', ...cells]) => ({
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

it('every export of the fixtures but that with weights beside it was measured from every source', () => {
  const fixtures = new URL('../../src/graph/edit/fixtures/', import.meta.url);
  const exports = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
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
