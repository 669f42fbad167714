import { expect, it } from 'vitest';
import { whyNone } from './tails.ts';

it('says that too few tokens are why no tail is named, and only where they are', () => {
  expect(whyNone(7)).toContain('with 7 tokens chance would name too many, and 8 are needed');
  expect(whyNone(8)).toBe('No dimension is a tail in at least half of the layers.');
});
