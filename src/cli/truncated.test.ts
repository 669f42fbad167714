import { expect, test } from 'vitest';
import { strings } from '../strings/index.ts';

test('names the sentences that are too long, up to five', () => {
  const said = (sentences: readonly number[]) => strings.cli.truncated({ sentences, most: 128 });
  expect(said([7])).toBe('sentence 7 was cut to the model’s 128 tokens');
  expect(said([1, 2, 3, 4, 5, 6, 9])).toBe(
    'sentences 1, 2, 3, 4, 5 and 2 more were cut to the model’s 128 tokens',
  );
});
