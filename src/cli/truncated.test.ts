import { expect, test } from 'vitest';
import { strings } from '../strings/index.ts';

test('names the lines whose sentences are too long, up to five', () => {
  const said = (lines: readonly number[]) => strings.cli.truncated({ lines, most: 128 });
  expect(said([7])).toBe('the sentence on line 7 was cut to the model’s 128 tokens');
  expect(said([1, 2, 3, 4, 5, 6, 9])).toBe(
    'the sentences on lines 1, 2, 3, 4, 5 and 2 more were cut to the model’s 128 tokens',
  );
});
