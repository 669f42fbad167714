import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MODEL_TYPES } from '../../src/checkpoint/index.ts';

const page = readFileSync(new URL('../../docs/models.md', import.meta.url), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));
const measured = rows.map((row) => row.split('|').map((cell) => cell.trim()));

it('docs/models.md has a row of measured errors for every model_type that can be run', () => {
  expect(measured.map(([, type]) => type)).toEqual([
    '`model_type`',
    ...MODEL_TYPES.map((type) => `\`${type}\``),
  ]);
});

it('no error in it is more than is promised', () => {
  const errors = measured
    .slice(1)
    .flatMap((cells) => cells.slice(2, -1).filter((cell) => cell !== 'no head'));
  expect(errors.length).toBeGreaterThan(3 * MODEL_TYPES.length);
  for (const error of errors) expect(Number(error)).toBeLessThanOrEqual(3e-5);
});
