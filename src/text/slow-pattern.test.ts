import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenizer } from './index.ts';
import { slowPattern } from './slow-pattern.ts';

const withPattern = (regex: string) => ({
  pre_tokenizer: { type: 'Sequence', pretokenizers: [{ type: 'Split', pattern: { Regex: regex } }] },
});

describe('a pattern that may take time without end is found', () => {
  it.each([
    String.raw`(a+)+$`,
    String.raw`(?:a*)*b`,
    String.raw`([a-z]+)*\d`,
    String.raw`(a|a)+b`,
    String.raw`(a|aa)+$`,
    String.raw`(?:\w|\d)+!`,
    String.raw`((a|ab))*c`,
    String.raw`(?:x{2,}y?)+z`,
    String.raw`(a{1,100}){1,100}b`,
    String.raw`(?<w>\s+)+(?!\S)`,
    String.raw`(?i:a+)+b`,
    String.raw`(?=(a+)+b)a`,
    String.raw`(a?b|b)+c`,
    String.raw`((a{1,9}){1,9}){1,9}b`,
    String.raw`\s*\s*\s*x`,
    String.raw`\s*(?:\s*)(\s*)x`,
    String.raw`[[:alpha:]]*[)(]*[a-z]*x`,
  ])('%s', (regex) => {
    expect(slowPattern(withPattern(regex))).toBe(regex);
  });
});

describe('a pattern that is in use is let be', () => {
  it.each([
    String.raw`\s+`,
    String.raw` {2,}`,
    String.raw`\p{N}{1,3}`,
    String.raw`(?:\r?\n)+`,
    String.raw`(\r\n|\n)+`,
    String.raw`'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`,
    String.raw`(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`,
    String.raw`[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+`,
    String.raw`[(+*]+`,
    String.raw`\(\+\)+`,
  ])('%s', (regex) => {
    expect(slowPattern(withPattern(regex))).toBeUndefined();
  });
  it('in a vocabulary, where it is no pattern', () => {
    expect(slowPattern({ model: { vocab: { Regex: '(a+)+' } }, added_tokens: [] })).toBeUndefined();
  });
});

it('ends on whatever stands in its place, however deep', () => {
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), (regex, other) => {
      slowPattern({ ...withPattern(regex), other });
    }),
  );
  let deep: object = withPattern('(a+)+');
  for (let i = 0; i < 20_000; i++) deep = { deep };
  expect(slowPattern(deep)).toBe('(a+)+');
});

it('is why a tokenizer is refused, before it runs', () => {
  const json = {
    model: { type: 'WordPiece', vocab: { '[UNK]': 0 }, unk_token: '[UNK]' },
    normalizer: { type: 'Replace', pattern: { Regex: '(a+)+$' }, content: '' },
  };
  expect(() => createTokenizer(json, {}, 16)).toThrow(
    expect.objectContaining({
      code: 'tokenizer-invalid',
      sentence: expect.stringContaining('(a+)+$') as string,
    }),
  );
});
