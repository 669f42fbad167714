import { expect, it } from 'vitest';
import { unknownToken } from './unknown-token.ts';

it('finds the token by its name, or by its number', () => {
  const vocab = { '[PAD]': 0, '[UNK]': 7 };
  expect(unknownToken({ model: { type: 'WordPiece', unk_token: '[UNK]', vocab } })).toBe(7);
  expect(unknownToken({ model: { type: 'Unigram', unk_id: 3, vocab: [] } })).toBe(3);
});

it('finds none where every text has pieces', () => {
  expect(unknownToken({ model: { type: 'BPE', unk_token: null, vocab: { a: 0 } } })).toBeUndefined();
  expect(unknownToken({})).toBeUndefined();
});
