import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createTokenizer, createWordReader } from './index.ts';

const ids = v.array(v.number());
const cases = v.array(v.object({ text: v.string(), ids }));
const Reference = v.object({
  cases,
  divergent: cases,
  sentences: v.array(
    v.object({ words: v.array(v.string()), ids, spans: v.array(v.tuple([v.number(), v.number()])) }),
  ),
});

function fixture(name: string, file: string): unknown {
  const url = new URL(`fixtures/${name}/${file}`, import.meta.url);
  const parsed: unknown = JSON.parse(readFileSync(url, 'utf8'));
  return parsed;
}

/** Tokenizers trained by `python -m models.fixtures`, with what Hugging Face's own makes of lines made to be misread. */
describe.each(['uncased', 'cased', 'roberta', 'xlm-roberta'])('a trained tokenizer, %s,', (name) => {
  const tokenizer = createTokenizer(fixture(name, 'tokenizer.json'), undefined, 20_000);
  const { cases, sentences } = v.parse(Reference, fixture(name, 'reference.json'));

  it.each(cases.map((one) => [one.text.slice(0, 60), one] as const))('gives Rust’s ids for %j', (_, one) => {
    const { ids, wanted } = tokenizer.encode(one.text);
    expect([...ids]).toEqual(one.ids);
    expect(wanted).toBe(one.ids.length);
  });

  it.each(sentences.map((one) => [one.words.join(' ').slice(0, 60), one] as const))(
    'has the words’ tokens where Rust says they are, in %j',
    (_, one) => {
      const { encoded, spans } = createWordReader(tokenizer).read(one.words);
      expect([...encoded.ids]).toEqual(one.ids);
      expect(spans?.map((span) => [span?.from, span?.to])).toEqual(one.spans);
    },
  );
});

// the library trims what JavaScript takes for white space before a mask. One that agrees belongs among the others.
it.each(v.parse(Reference, fixture('roberta', 'reference.json')).divergent)(
  'RoBERTa’s tokenizer still differs on $text',
  ({ text, ids }) => {
    const tokenizer = createTokenizer(fixture('roberta', 'tokenizer.json'), undefined, 100);
    expect([...tokenizer.encode(text).ids]).not.toEqual(ids);
  },
);
