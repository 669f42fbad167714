import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createTokenizer, createWordReader, sentenceWords, type Tokenizer } from './index.ts';

const Fixture = v.object({
  tokenizers: v.array(
    v.object({
      name: v.string(),
      json: v.unknown(),
      cases: v.array(
        v.object({
          words: v.array(v.string()),
          ids: v.array(v.number()),
          spans: v.array(v.tuple([v.number(), v.number()])),
        }),
      ),
    }),
  ),
});
// Written by `python -m models.word_fixtures`, from the places that the Rust tokenizers tell
const path = new URL('fixtures/words.json', import.meta.url);
const { tokenizers } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

const named = (name: string, most = 1000): Tokenizer =>
  createTokenizer(tokenizers.find((one) => one.name === name)?.json, undefined, most);
const readerOf = (name: string, most?: number) => createWordReader(named(name, most));

describe.each(tokenizers)('the words of a $name tokenizer', ({ name, cases }) => {
  it.each(cases)('lie where the Rust tokenizer has them: $words', ({ words, ids, spans }) => {
    const read = readerOf(name).read(words);
    expect([...read.encoded.ids]).toEqual(ids);
    expect(read.spans?.map((span) => [span?.from, span?.to])).toEqual(spans);
  });

  it('cover every token but the specials, one after another, whatever the words', () => {
    const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !/\s|[<[]/.test(text));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const { encoded, spans } = readerOf(name).read(words);
        if (spans === undefined) return;
        const ends = spans.map((span) => span?.to ?? NaN);
        expect(spans.map((span) => span?.from)).toEqual([1, ...ends.slice(0, -1)]);
        expect(ends.at(-1)).toBe(encoded.ids.length - 1);
      }),
    );
  });
});

describe('a word reader', () => {
  it('gives no span to a word that lost tokens because the sentence was cut to fit the model', () => {
    const { encoded, spans } = readerOf('wordpiece', 5).read(['the', 'lighthouse', 'keeper', 'waited']);
    expect(encoded.ids).toHaveLength(5);
    expect(spans).toEqual([{ from: 1, to: 2 }, { from: 2, to: 4 }, undefined, undefined]);
  });

  it('says that words and tokens do not fit rather than guess', () => {
    const tokenizer = named('wordpiece');
    const merging = { ...tokenizer, encode: (text: string) => tokenizer.encode(text.replaceAll(' ', '')) };
    expect(createWordReader(merging).read(['the', 'ferry']).spans).toBeUndefined();
  });

  it('gives an empty span to a word that the tokenizer takes away', () => {
    const { spans } = readerOf('wordpiece').read(['the', '\u200b', 'ferry']);
    expect(spans?.[1]).toEqual({ from: 2, to: 2 });
  });
});

describe('the words of running text', () => {
  const words = (name: string, sentence: string) =>
    sentenceWords(readerOf(name), sentence).words?.map(({ form }) => form);
  const tokensOf = (name: string, sentence: string, form: string) => {
    const { encoded, words } = sentenceWords(readerOf(name), sentence);
    const span = words?.find((word) => word.form === form)?.span;
    return encoded.text.slice(span?.from, span?.to);
  };

  it('are without the punctuation around them', () => {
    expect(words('wordpiece', '“The ferry,” she said:  the (blue) door!')).toEqual(
      'The ferry she said the blue door'.split(' '),
    );
  });
  it('keep what stands inside them, and apostrophes', () => {
    expect(words('wordpiece', "don't re-plant 's 3.5 n't")).toEqual([
      "don't",
      're-plant',
      "'s",
      '3.5',
      "n't",
    ]);
  });
  it('are punctuation where there is nothing else', () => {
    expect(words('wordpiece', 'the — ferry ...')).toEqual(['the', '—', 'ferry', '...']);
  });
  it.each(['wordpiece', 'byte-level', 'unigram'])('have their own tokens alone, %s', (name) => {
    expect(tokensOf(name, 'painted (the, ferry', 'the').join('')).toMatch(/^Ġ?the$/);
  });
  it('have their punctuation with them where a piece reaches across', () => {
    expect(tokensOf('unigram', 'the ferry.', 'ferry').join('')).toBe('▁ferry.');
    expect(tokensOf('unigram', 'the ferry,', 'ferry').join('')).toBe('▁ferry');
  });
});
