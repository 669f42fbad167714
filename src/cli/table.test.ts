import { expect, it } from 'vitest';
import { table } from './table.ts';

it('lines numbers up to the right and words to the left', () => {
  expect(
    table(
      ['layer', 'name'],
      [
        ['0', 'ab'],
        ['12', 'c'],
      ],
    ),
  ).toBe('layer  name\n    0  ab\n   12  c');
});
