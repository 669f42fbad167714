import { describe, expect, it } from 'vitest';
import { cosine } from '../../measures/cosine.ts';
import { cutCosines } from '../../measures/cut-cosines.ts';
import { meanCosineByLayer } from '../../measures/mean-cosine.ts';
import type { SelfSimilarityRequest } from '../../protocol/experiments/self-similarity.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { selfSimilarity } from './self-similarity.ts';

/** Words are numbers to the fake model, and a word has a letter: so 0x.. */
const ask = (sentences: readonly string[], more: Partial<SelfSimilarityRequest> = {}) => ({
  sentences,
  specials: 'include' as const,
  seed: 1,
  treatment: { cut: [], where: 'after' as const },
  columns: [],
  least: 2,
  most: 100,
  pairs: 100,
  ...more,
});

const TEXT = ['0xa 7 0xb', '0xb 0xa', '7 0xc 0xb'];

describe('self-similarity', () => {
  it('compares a word with itself in other sentences', async () => {
    const { result } = await selfSimilarity(new FakeModel(), ask(TEXT));
    expect(result.words).toEqual([
      { form: '0xa', occurrences: 2 },
      { form: '0xb', occurrences: 3 },
    ]);
    // [id, position, layer, -10]
    const [a1, a2] = [
      [10, 1, 2, -10],
      [10, 2, 2, -10],
    ] as const;
    const [b1, b2, b3] = [
      [11, 3, 2, -10],
      [11, 1, 2, -10],
      [11, 3, 2, -10],
    ] as const;
    expect(result.before[2 * 2]).toBeCloseTo(cosine(a1, a2), 12);
    const mean = (cosine(b1, b2) + cosine(b1, b3) + cosine(b2, b3)) / 3;
    expect(result.before[2 * 2 + 1]).toBeCloseTo(mean, 12);
    expect(result.after).toEqual(result.before);
  });

  it('gives after a cut what the columns of the same pairs give by downdate', async () => {
    const treatment = { cut: [3], where: 'after' as const };
    const { result, held } = await selfSimilarity(new FakeModel(), ask(TEXT, { treatment, columns: [3] }));
    const { sample, columns } = result.pairs;
    expect(result.pairsComplete).toBe(true);
    expect(held.tokens).toBe(5);
    for (const [cut, exact] of [
      [[], result.before],
      [[3], result.after],
    ] as const) {
      const means = meanCosineByLayer(sample, columns, cut);
      for (let layer = 0; layer < 3; layer++)
        expect(means[layer]).toBeCloseTo(((exact[layer * 2] ?? NaN) + (exact[layer * 2 + 1] ?? NaN)) / 2, 12);
    }
    const first = cutCosines(sample, columns, [3], 1).subarray(result.starts[0], result.starts[1]);
    expect(first[0]).toBeCloseTo(result.after[2] ?? NaN, 12);
  });

  it('cuts inside the network by running it again', async () => {
    const model = new FakeModel();
    const treatment = { cut: [3], where: 'inside' as const };
    const { result } = await selfSimilarity(model, ask(TEXT, { treatment }));
    expect(model.ran).toHaveLength(2);
    expect(result.after[0]).toBe(result.before[0]);
    expect(result.after[2]).toBeCloseTo(cosine([10, 1, 1, 0], [10, 2, 1, 0]), 12);
  });

  it('has the anisotropy of the tokens measured', async () => {
    const include = await selfSimilarity(new FakeModel(), ask(['0xa', '0xa']));
    const exclude = await selfSimilarity(new FakeModel(), ask(['0xa', '0xa'], { specials: 'exclude' }));
    expect(exclude.result.anisotropyBefore?.[0]).toBeCloseTo(1, 12);
    expect(include.result.anisotropyBefore?.[0]).toBeLessThan(1);
    expect([include.result.tokens, exclude.result.tokens]).toEqual([6, 2]);
  });

  it('leaves out words that were cut off with the end of their sentence', async () => {
    const model = new FakeModel(4);
    const { result } = await selfSimilarity(model, ask(['0xa 0xb 0xc', '0xc 0xa']));
    expect(result.words).toEqual([{ form: '0xa', occurrences: 2 }]);
  });

  it('names sentences whose words the tokenizer does not keep apart', async () => {
    const model = new FakeModel();
    const tokenizer = {
      ...model.tokenizer,
      pieces: (text: string) => (text.includes('0xb') ? [3, 4] : model.tokenizer.pieces(text)),
    };
    const { result } = await selfSimilarity(
      { encoder: model.encoder, tokenizer, runtime: model.runtime },
      ask(['0xa', '0xa', '0xa 0xb']),
    );
    expect(result.unread).toEqual([2]);
    expect(result.words).toEqual([{ form: '0xa', occurrences: 2 }]);
  });

  it('says so when there is no text, no word, or no such dimension', async () => {
    const code = (expected: string) => expect.objectContaining({ code: expected }) as unknown;
    const run = (text: readonly string[], more: Partial<SelfSimilarityRequest> = {}) =>
      selfSimilarity(new FakeModel(), ask(text, more));
    await expect(run([''])).rejects.toEqual(code('empty-text'));
    await expect(run(['0xa', '0xb'])).rejects.toEqual(code('no-words'));
    await expect(run(TEXT, { columns: [4] })).rejects.toEqual(code('dimension'));
    await expect(run(TEXT, { treatment: { cut: [4], where: 'inside' } })).rejects.toEqual(code('dimension'));
  });

  it('ends when its pause rejects, and tells how far it is', async () => {
    const seen: unknown[] = [];
    await selfSimilarity(new FakeModel(), ask(TEXT), { onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ sentences: 3, of: 3 });
    const long = Array.from({ length: 40 }, () => '0xa '.repeat(50));
    const pause = () => Promise.reject(new Error('enough'));
    await expect(selfSimilarity(new FakeModel(), ask(long), { pause })).rejects.toThrow('enough');
  });
});
