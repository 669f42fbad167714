import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { characterWords, fromRanges, hashBlocks } from '../../scripts/tokenizers/character-words.ts';

const Fixture = v.object({
  ranges: v.array(v.tuple([v.number(), v.number()])),
  tokenizers: v.array(
    v.object({
      name: v.string(),
      hashes: v.record(v.string(), v.string()),
      divergent: v.array(v.tuple([v.number(), v.array(v.string())])),
    }),
  ),
});
const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8'));
const { ranges, tokenizers } = v.parse(Fixture, read('characters.json'));
const codes = fromRanges(ranges);

it('the characters are those of Unicode 14, without most for private use', () => {
  expect(codes).toHaveLength(151_160);
});

const wordsOf = (name: string) => characterWords(v.parse(v.looseObject({}), read(`${name}/tokenizer.json`)));

describe.each(tokenizers)('the $name tokenizer', ({ name, hashes, divergent }) => {
  const listed = new Set(divergent.map(([code]) => code));
  const others = codes.filter((code) => !listed.has(code));

  it(`reads all characters but ${divergent.length} as Rust’s does`, () => {
    expect(hashBlocks(others, wordsOf(name))).toEqual(hashes);
  }, 60_000);
});

// Unicode has given most of them their class since Rust's tables were made. One that agrees is to be taken off the list.
describe.each(tokenizers.filter(({ divergent }) => divergent.length > 0))(
  'the $name tokenizer',
  ({ name, divergent }) => {
    it(`still reads each of the ${divergent.length} otherwise`, () => {
      const words = wordsOf(name);
      const agreeing = divergent.filter(([code, theirs]) => words([code]).join('\n') === theirs.join('\n'));
      expect(agreeing).toEqual([]);
    });
  },
);
