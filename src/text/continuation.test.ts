import { expect, it } from 'vitest';
import { continuationRule } from './continuation.ts';

it('follows WordPiece’s prefix', () => {
  const continues = continuationRule({ model: { continuing_subword_prefix: '##' } });
  expect(['##ing', '##', 'cat'].map(continues)).toEqual([true, false, false]);
});
it('takes a byte-level piece without a space for one that continues', () => {
  const pre_tokenizer = { type: 'Sequence', pretokenizers: [{ type: 'ByteLevel' }] };
  const continues = continuationRule({ model: {}, pre_tokenizer });
  expect(['Ġcat', 's'].map(continues)).toEqual([false, true]);
});
it('takes a SentencePiece piece without a space for one that continues', () => {
  const continues = continuationRule({ model: {}, pre_tokenizer: { type: 'Metaspace' } });
  expect(['▁cat', 's'].map(continues)).toEqual([false, true]);
});
it('joins nothing for a tokenizer that marks no words', () => {
  expect(continuationRule(null)('cat')).toBe(false);
  expect(continuationRule({ model: {}, pre_tokenizer: { type: 'Whitespace' } })('cat')).toBe(false);
});
