import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TailscopeError } from '../core/error.ts';
import { createTokenizer, TOKEN_KINDS } from './index.ts';

function fixture(name: string, file: string): unknown {
  const parsed: unknown = JSON.parse(
    readFileSync(new URL(`fixtures/${name}/${file}`, import.meta.url), 'utf8'),
  );
  return parsed;
}

const uncased = createTokenizer(fixture('uncased', 'tokenizer.json'), undefined, 20_000);
const kinds = (kind: Uint8Array) => Array.from(kind, (k) => TOKEN_KINDS[k]);

describe('an encoded sentence', () => {
  it('has one kind a token: first, last, or word', () => {
    const { kind } = uncased.encode('the cats');
    const [first, ...rest] = kinds(kind);
    expect(first).toBe('first');
    expect(rest.at(-1)).toBe('last');
    expect(new Set(rest.slice(0, -1))).toEqual(new Set(['word']));
  });
  it('is its two special tokens when the sentence is empty', () => {
    expect(kinds(uncased.encode('').kind)).toEqual(['first', 'last']);
  });
  it('takes a special token that was typed out for a special', () => {
    expect(kinds(uncased.encode('a [SEP] a').kind)).toEqual(['first', 'word', 'last', 'word', 'last']);
  });
  it('marks the pieces that continue a word', () => {
    const { text, continues } = uncased.encode('fluffy cats');
    expect(text).toEqual(['[CLS]', 'fl', '##u', '##ff', '##y', 'cat', '##s', '[SEP]']);
    expect([...continues]).toEqual([0, 0, 1, 1, 1, 0, 1, 0]);
  });
});

describe('a sentence too long for the model', () => {
  const short = createTokenizer(fixture('uncased', 'tokenizer.json'), undefined, 5);
  it('keeps its first tokens and its last special, and says how many it wanted', () => {
    const { text, ids, kind, continues, wanted } = short.encode('a b c d e f');
    expect(text).toEqual(['[CLS]', 'a', 'b', 'c', '[SEP]']);
    expect([ids.length, kind.length, continues.length, wanted]).toEqual([5, 5, 5, 8]);
  });
  it('is left alone when it fits to the last position', () => {
    expect(short.encode('a b c').text).toEqual(['[CLS]', 'a', 'b', 'c', '[SEP]']);
  });
});

describe('any text at all', () => {
  it('never throws, and gives every token an id, a text, a kind and a mark', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(text, (sentence) => {
        const { ids, text: tokens, kind, continues, wanted } = uncased.encode(sentence);
        expect(new Set([ids.length, tokens.length, kind.length, continues.length, wanted]).size).toBe(1);
        expect(kinds(kind).filter((k) => k !== 'word').length).toBeGreaterThanOrEqual(2);
      }),
    );
  }, 60_000);
  it('reads a lone surrogate as the replacement character, which BERT leaves out', () => {
    expect(uncased.encode('a\ud83d b').text).toEqual(uncased.encode('a b').text);
  });
  it('reads 10,000 characters without a space as one unknown word, fast', () => {
    const started = performance.now();
    expect(uncased.encode('x'.repeat(10_000)).text).toEqual(['[CLS]', '[UNK]', '[SEP]']);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('a tokenizer.json that cannot be used', () => {
  it.each([
    null,
    1,
    'text',
    [],
    {},
    { model: {} },
    { model: { type: 'WordPiece', vocab: { a: 0 } }, added_tokens: [] },
  ])('is refused: %j', (json) => {
    expect(() => createTokenizer(json, undefined, 10)).toThrow(
      expect.objectContaining({ code: 'tokenizer-invalid' }),
    );
    expect(() => createTokenizer(json, undefined, 10)).toThrow(TailscopeError);
  });
});
