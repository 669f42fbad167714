import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CharacterMap } from './character-map.ts';

const WithMap = v.object({ normalizer: v.object({ precompiled_charsmap: v.string() }) });
/** Compiled by SentencePiece from models/fixtures/character_map.py. */
const json: unknown = JSON.parse(
  readFileSync(new URL('fixtures/xlm-roberta/tokenizer.json', import.meta.url), 'utf8'),
);
const compiled = v.parse(WithMap, json).normalizer.precompiled_charsmap;
const bytes = Buffer.from(compiled, 'base64');
const base64 = (content: Uint8Array) => Buffer.from(content).toString('base64');

describe('a map of characters', () => {
  const map = new CharacterMap(compiled);

  it.each([
    ['leaves what it has no entry for', 'plain Σ 漢 🙂', 'plain Σ 漢 🙂'],
    ['writes one character for another', 'ＡＢ', 'AB'],
    ['writes several for one', 'ﬃ', 'ffi'],
    ['writes one for a letter and its mark', 'e\u0301', 'é'],
    ['leaves a letter and its mark apart that take six bytes, as Rust does', 'か\u3099', 'か\u3099'],
    ['writes spaces for white space and nothing for control characters', 'a\tb\u0001c', 'a bc'],
    ['is not confused by a zero character', 'a\0b', 'a\0b'],
    ['takes a grapheme of six bytes apart, though it has an entry', 'か\u3099', 'か\u3099'],
  ])('%s', (_, text, written) => {
    expect(map.apply(text)).toBe(written);
  });

  it('reads a text as its graphemes one by one', () => {
    const grapheme = fc.constantFrom('a', 'ﬃ', 'e\u0301', 'Ａ', '漢', '\u0301', '🇺🇳', '가');
    fc.assert(
      fc.property(fc.array(grapheme), (graphemes) => {
        const whole = new Intl.Segmenter('en').segment(graphemes.join(''));
        const apart = Array.from(whole, ({ segment }) => map.apply(segment));
        expect(map.apply(graphemes.join(''))).toBe(apart.join(''));
      }),
    );
  });
});

describe('a damaged map', () => {
  it.each([
    ['is no base64', '%'],
    ['is empty', ''],
    ['has no room for its size', base64(Uint8Array.of(4, 0, 0))],
    ['has a tree of no units', base64(new Uint8Array(8))],
    ['ends in its tree', base64(bytes.subarray(0, 100))],
    ['claims a tree beyond any file', base64(Uint8Array.of(0xfc, 0xff, 0xff, 0xff, 0, 0, 0, 0))],
    ['has a tree that ends within a unit', base64(Uint8Array.of(5, 0, 0, 0, 0, 0, 0, 0, 0))],
  ])('that %s is refused', (_, damaged) => {
    expect(() => new CharacterMap(damaged)).toThrow(
      expect.objectContaining({
        code: 'tokenizer-invalid',
        message: expect.stringContaining('charsmap') as string,
      }),
    );
  });

  it('gives some text for every text, wherever else it is damaged', () => {
    const change = fc.tuple(fc.integer({ min: 4, max: bytes.length - 1 }), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 200 }), fc.string(), (changes, text) => {
        const damaged = Uint8Array.from(bytes);
        for (const [place, value] of changes) damaged[place] = value;
        expect(typeof new CharacterMap(base64(damaged)).apply(text)).toBe('string');
      }),
    );
  });
});
