import { expect, it } from 'vitest';
import { readCorpus } from './corpus.ts';
import { corpusPass } from './corpus-pass.ts';
import { FakeModel } from './testing/fake-model.ts';
import { TokenReservoir } from './token-reservoir.ts';

const TEXT = Array.from({ length: 60 }, (_, i) => `${10 + i} `.repeat(1 + (i % 12)));

async function kept(size: number, seed: number, most = Infinity, backwards = false): Promise<TokenReservoir> {
  const { encoder, tokenizer } = new FakeModel();
  const reservoir = new TokenReservoir(size, seed, 3, 4);
  const batches = [];
  for await (const batch of corpusPass(encoder, await readCorpus(tokenizer, TEXT, 'include')))
    batches.push(batch);
  for (const batch of (backwards ? batches.reverse() : batches).slice(0, most)) reservoir.add(batch);
  return reservoir;
}

it('keeps as many of the tokens that came, whenever the pass ends, and their vectors', async () => {
  const some = await kept(20, 1, 2);
  expect(some.filledTokens).toHaveLength(20);
  const all = await kept(20, 1);
  expect(all.filledTokens).not.toEqual(some.filledTokens);
  const { encoder, tokenizer } = new FakeModel();
  const corpus = await readCorpus(tokenizer, TEXT, 'include');
  expect(encoder.shape.dims).toBe(4);
  const { data, tokens } = all.filled;
  expect(tokens).toBe(20);
  for (const [place, token] of all.filledTokens.entries()) {
    const sentence = corpus.sentences.findLast(({ start }) => start <= token) ?? expect.fail();
    const position = token - sentence.start;
    // the fake model's vectors are [id, position, layer, -10]
    const at = (2 * tokens + place) * 4;
    expect([...data.subarray(at, at + 4)]).toEqual([sentence.encoded.ids[position], position, 2, -10]);
  }
});

it('keeps the same tokens in whatever order they come, and others by another seed', async () => {
  const one = await kept(20, 1);
  expect((await kept(20, 1, Infinity, true)).filledTokens).toEqual(one.filledTokens);
  expect((await kept(20, 1, Infinity, true)).filled).toEqual(one.filled);
  expect((await kept(20, 2)).filledTokens).not.toEqual(one.filledTokens);
});

it('keeps every token as likely', async () => {
  const counts = new Map<number, number>();
  for (let seed = 0; seed < 300; seed++)
    for (const token of (await kept(20, seed)).filledTokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  const corpus = await readCorpus(new FakeModel().tokenizer, TEXT, 'include');
  const wanted = (300 * 20) / corpus.tokens;
  // the thirds of the text: some 2,000 draws each, whose standard deviation is 37
  const third = corpus.tokens / 3;
  for (const from of [0, third, 2 * third]) {
    const own = [...counts].filter(([token]) => token >= from && token < from + third);
    const drawn = own.reduce((sum, [, count]) => sum + count, 0);
    expect(Math.abs(drawn - wanted * third)).toBeLessThan(150);
  }
});
