import { expect, it } from 'vitest';
import { networksTables } from './networks-tables.ts';
import type { Errors, Outcome } from './outcome.ts';

const outcome = (name: string, errors: Errors, level: Outcome['level'] = 'all'): Outcome => {
  const [architecture = '', exporter = '', variant = ''] = name.split('.');
  return { architecture, exporter, variant, level, errors };
};

const { pytorch, unedited } = networksTables([
  outcome('bert.trace11.f32', { plain: 1e-6, kept: 3e-6, unedited: 9 }),
  outcome('bert.trace11.int8', { plain: 9, kept: 9, unedited: 0 }, 'basic'),
  outcome('bert.trace11.int8', { plain: 9, kept: 9, unedited: 2e-6 }),
  outcome('bert.trace17.int8', { plain: 9, kept: 9, unedited: 1e-6 }),
  outcome('mlm.trace11.fp16', { plain: 1e-3, kept: 2e-3, maskedWords: 4e-3, unedited: 0 }),
  { architecture: 'mlm', exporter: 'trace11', variant: 'q4', level: 'all', failure: 'unedited: no' },
]);
const cells = (table: string) => table.split('\n').map((line) => line.split(' | ').slice(1));

it('has the largest error over exporters and levels, and none where no file could be measured', () => {
  expect(cells(unedited)).toEqual([
    ['int8', 'q4 |'],
    ['---', '--- |'],
    ['2e-6', ' |'],
    ['', ' |'],
  ]);
});

it('holds hidden states to PyTorch, and the logits of those that have a head in a row of their own', () => {
  const [head = [], , ...rows] = cells(pytorch);
  const column = (variant: string) => rows.map((row) => row[head.indexOf(variant)]);
  expect(column('f32')).toEqual(['3e-6', '', '']);
  expect(column('fp16')).toEqual(['', '2e-3', '4e-3']);
});
