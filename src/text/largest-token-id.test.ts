import { expect, it } from 'vitest';
import { largestTokenId } from './index.ts';

it('is the largest of the vocabulary’s and the added tokens’ indices', () => {
  expect(largestTokenId({ model: { vocab: { a: 0, b: 7 } }, added_tokens: [{ id: 3 }] })).toBe(7);
  expect(largestTokenId({ model: { vocab: { a: 0 } }, added_tokens: [{ id: 9 }] })).toBe(9);
});
it('counts a Unigram vocabulary, which is a list', () => {
  expect(
    largestTokenId({
      model: {
        vocab: [
          ['<s>', 0],
          ['a', -1],
        ],
      },
    }),
  ).toBe(1);
});
it.each([null, {}, { model: {} }, { model: { vocab: { a: 'b' } } }])(
  'throws when there is no vocabulary: %j',
  (json) => {
    expect(() => largestTokenId(json)).toThrow(expect.objectContaining({ code: 'tokenizer-invalid' }));
  },
);
it.each([-1, 0.5, 1e300])('throws when %d is an index', (id) => {
  expect(() => largestTokenId({ model: { vocab: { a: 0, b: id } } })).toThrow(/no index/);
  expect(() => largestTokenId({ model: { vocab: { a: 0 } }, added_tokens: [{ id }] })).toThrow(/no index/);
});
