import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../core/random.ts';
import type { Sentence } from './corpus.ts';
import { readCorpus } from './corpus.ts';
import { readLongText } from './long-text.ts';
import { FakeModel } from './testing/fake-model.ts';

const { tokenizer } = new FakeModel();
const texts = fc.array(fc.constantFrom('', ' ', '3', '4 5', '6 7 8', '9 9 9 9'), { maxLength: 40 });
const specials = fc.constantFrom('include' as const, 'exclude' as const);

async function chunksOf(lines: readonly string[], which: 'include' | 'exclude', chunk: number) {
  const text = await readLongText(tokenizer, lines, which, { random: seeded(1), chunk });
  const sentences: Sentence[][] = [];
  for await (const corpus of text.chunks()) sentences.push([...corpus.sentences]);
  return { text, sentences };
}

describe('a long text', () => {
  it('is the same sentences as in one piece, each once, in chunks of bounded size', async () => {
    await fc.assert(
      fc.asyncProperty(texts, specials, fc.integer({ min: 1, max: 9 }), async (lines, which, chunk) => {
        const whole = await readCorpus(tokenizer, lines, which);
        const { text, sentences } = await chunksOf(lines, which, chunk);
        const all = sentences.flat().sort((a, b) => a.start - b.start);
        expect(all).toEqual(whole.sentences);
        expect(text.sentences).toBe(whole.sentences.length);
        expect([...text.starts]).toEqual([...whole.sentences.map(({ start }) => start), whole.tokens]);
        for (const each of sentences) expect(each.length).toBeLessThanOrEqual(chunk);
      }),
    );
  });

  it('comes in a random order of its lines where it has several chunks, as it stands where it has one', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => String(3 + i));
    const first = async (chunk: number) => (await chunksOf(lines, 'exclude', chunk)).sentences[0] ?? [];
    expect((await first(40)).map(({ index }) => index)).toEqual([...lines.keys()]);
    expect((await first(10)).map(({ index }) => index)).not.toEqual([...Array(10).keys()]);
  });
});
