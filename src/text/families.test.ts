import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createTokenizer, TOKEN_KINDS } from './index.ts';

const Reference = v.object({
  cases: v.array(v.object({ text: v.string(), ids: v.array(v.number()), tokens: v.array(v.string()) })),
});

function fixture(name: string, file: string): unknown {
  const url = new URL(`../graph/fixtures/${name}/${file}`, import.meta.url);
  const parsed: unknown = JSON.parse(readFileSync(url, 'utf8'));
  return parsed;
}

describe.each([
  ['roberta', '<s>', '</s>'],
  ['xlm-roberta', '<s>', '</s>'],
  ['camembert', '<s>', '</s>'],
  ['distilbert', '[CLS]', '[SEP]'],
  ['electra', '[CLS]', '[SEP]'],
  ['albert', '[CLS]', '[SEP]'],
  ['mpnet', '<s>', '</s>'],
])('the tokenizer of %s', (name, first, last) => {
  const tokenizer = createTokenizer(fixture(name, 'tokenizer.json'), undefined, 1000);
  const { cases } = v.parse(Reference, fixture(name, 'tokens.json'));

  it.each(cases)('reads “$text” as the Rust one does', ({ text, ids, tokens }) => {
    const encoded = tokenizer.encode(text);
    expect(encoded.text).toEqual(tokens);
    expect([...encoded.ids]).toEqual(ids);
  });

  it(`takes ${first} for the first token, ${last} for the last, and all others for words`, () => {
    const { text, kind } = tokenizer.encode('Seven cats.');
    const kinds = Array.from(kind, (k) => TOKEN_KINDS[k]);
    expect([text.at(0), text.at(-1)]).toEqual([first, last]);
    expect([kinds.at(0), kinds.at(-1)]).toEqual(['first', 'last']);
    expect(new Set(kinds.slice(1, -1))).toEqual(new Set(['word']));
  });
});
