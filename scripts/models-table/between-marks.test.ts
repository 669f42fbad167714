import { expect, it } from 'vitest';
import { replaceBetweenMarks } from './between-marks.ts';

const document = 'Before.\n\n<!-- table -->\n\nold\n\n<!-- end of table -->\n\nAfter.';

it('replaces what stands between the marks, and nothing else', () => {
  const once = replaceBetweenMarks(document, 'table', 'new');
  expect(once).toBe('Before.\n\n<!-- table -->\n\nnew\n\n<!-- end of table -->\n\nAfter.');
  expect(replaceBetweenMarks(once, 'table', 'new')).toBe(once);
});

it.each(['other', 'end of table'])('refuses a document without the marks of %s', (name) => {
  expect(() => replaceBetweenMarks(document, name, 'new')).toThrow(/lacks/);
});
