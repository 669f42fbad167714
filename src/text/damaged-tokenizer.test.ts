import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damagedJson } from '../core/damaged-json.fixture.ts';
import { TailscopeError } from '../core/error.ts';
import { createTokenizer, createWordReader } from './index.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}/tokenizer.json`, import.meta.url), 'utf8'));
const TEXTS = ['', ' ', 'The keeper <mask>, [MASK] 漢 e\u0301 \ud83d 🙂.', 'x'.repeat(300)];

describe.each(['uncased', 'roberta', 'xlm-roberta'])('a damaged tokenizer.json, %s,', (name) => {
  it('reads every text as numbers, or is refused with the reason', () => {
    fc.assert(
      fc.property(damagedJson(read(name)), (json) => {
        let tokenizer;
        try {
          tokenizer = createTokenizer(json, undefined, 100);
        } catch (error) {
          expect(error).toBeInstanceOf(TailscopeError);
          expect(error).toMatchObject({ code: 'tokenizer-invalid' });
          return;
        }
        for (const text of TEXTS) {
          const { ids, text: tokens } = tokenizer.encode(text);
          expect(ids).toHaveLength(tokens.length);
          expect(createWordReader(tokenizer).read(text.split(' ')).encoded.ids).toEqual(ids);
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
