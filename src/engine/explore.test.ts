import { describe, expect, it } from 'vitest';
import type { ExploreRequest } from '../protocol/exploration.ts';
import { explore } from './explore.ts';
import { FakeModel } from './testing/fake-model.ts';

const ask = (sentences: readonly string[], more: Partial<ExploreRequest> = {}): ExploreRequest => ({
  sentences,
  specials: 'include',
  seed: 1,
  pairs: 100,
  columns: [],
  ...more,
});

describe('explore', () => {
  it('measures each sentence without its padding, in the order of the text', async () => {
    const { exploration } = await explore(new FakeModel(), ask(['7 8 9', '', '5']), 3);
    expect(exploration.handle).toBe(3);
    expect(exploration.sentences).toBe(2);
    expect(exploration.counted).toEqual([4, 2, 2]);
    expect(exploration.tokens.text).toEqual(['[CLS]', '7', '8', '9', '[SEP]', '[CLS]', '5', '[SEP]']);
    expect([...exploration.tokens.sentence]).toEqual([0, 0, 0, 0, 0, 2, 2, 2]);
    expect([...exploration.tokens.position]).toEqual([0, 1, 2, 3, 4, 0, 1, 2]);
    // mean of ids, of positions, of the layer's number, and -10, in layer 1
    expect([...exploration.mean.subarray(4, 8)]).toEqual([35 / 8, 13 / 8, 1, -10]);
  });

  it('feeds special tokens but leaves them out of every figure when asked to', async () => {
    const model = new FakeModel();
    const { exploration, held } = await explore(model, ask(['7 8', '9'], { specials: 'exclude' }), 1);
    expect(model.ran).toEqual([[2, 4]]);
    expect(exploration.counted).toEqual([3, 0, 0]);
    expect([...exploration.tokens.position]).toEqual([1, 2, 1]);
    expect([...exploration.mean.subarray(0, 4)]).toEqual([8, Math.fround(4 / 3), 0, -10]);
    // ids 7, 8, 9 in layer 0
    expect([0, 4, 8].map((i) => held.tokens.data[i])).toEqual([7, 8, 9]);
  });

  it('cuts inside the network from the layer asked for on', async () => {
    const inside = { dims: [3], from: 1 } as const;
    const { exploration } = await explore(new FakeModel(), ask(['7'], { inside }), 1);
    expect([3, 7, 11].map((i) => exploration.mean[i])).toEqual([-10, 0, 0]);
  });

  it('brings the columns of the tails it finds, and of the dimensions asked for', async () => {
    const { exploration } = await explore(new FakeModel(), ask(['7 8 9', '4 5 6'], { columns: [1] }), 1);
    const { columns, sample } = exploration.pairs;
    // -10 is the minimum of every vector
    expect([...columns.keys()]).toEqual(expect.arrayContaining([1, 3]));
    expect(columns.get(3)).toEqual(new Float32Array(sample.layers * sample.items).fill(-10));
  });

  it('takes every pair of tokens of different sentences where there are few, exact to the vectors', async () => {
    const { exploration } = await explore(new FakeModel(), ask(['7', '8'], { specials: 'exclude' }), 1);
    expect(exploration.pairsFrom).toBe('different-sentences');
    expect(exploration.pairsComplete).toBe(true);
    // [7, 1, l, -10] . [8, 1, l, -10]
    expect([...exploration.pairs.sample.dots]).toEqual([157, 158, 161]);
  });

  it('draws the same pairs for the same seed, and says that they are a sample', async () => {
    const sentences = Array.from({ length: 30 }, (_, i) => `${i + 3} ${i + 4}`);
    const draw = async (seed: number) =>
      (await explore(new FakeModel(), ask(sentences, { seed, pairs: 20 }), 1)).exploration;
    const first = await draw(1);
    expect(first.pairsComplete).toBe(false);
    expect(first.pairs.sample.dots).toHaveLength(3 * 20);
    expect(first.pairs).toEqual((await draw(1)).pairs);
    expect(first.pairs).not.toEqual((await draw(2)).pairs);
  });

  it('works on a single token', async () => {
    const { exploration } = await explore(new FakeModel(), ask(['7'], { specials: 'exclude' }), 1);
    expect(exploration.counted).toEqual([1, 0, 0]);
    expect(exploration.contribution).toBeUndefined();
    expect(exploration.pairsFrom).toBe('one-sentence');
    expect(exploration.pairs.sample.left).toHaveLength(0);
  });

  it('names the sentences that were too long for the model', async () => {
    const { exploration } = await explore(new FakeModel(4), ask(['7', '3 4 5 6']), 1);
    expect(exploration.truncated).toEqual([{ sentence: 1, tokens: 6, kept: 4 }]);
  });

  it('counts the measured tokens that the model has no pieces for', async () => {
    const { exploration } = await explore(new FakeModel(), ask(['7 9', '9 9 3']), 1);
    expect(exploration.unknown).toBe(3);
  });

  it('holds whole sentences from the beginning within its memory, the first in any case', async () => {
    const vector = 3 * 4 * 4;
    const holding = async (vectors: number) => {
      const request = ask(['7 8', '9 9', '5'], { pairs: 0 });
      const { exploration, held } = await explore(new FakeModel(), request, 1, { memory: vectors * vector });
      expect(held.tokens.tokens).toBe(exploration.tokens.text.length);
      expect(exploration.counted).toEqual([5, 3, 3]);
      return exploration.tokens.text.length;
    };
    expect(await Promise.all([1, 7, 8, 11].map(holding))).toEqual([4, 4, 8, 11]);
  });

  it('reports progress by sentences, and ends when its pause rejects', async () => {
    const sentences = Array.from({ length: 40 }, () => '3 '.repeat(50));
    const seen: number[] = [];
    const onProgress = ({ sentences: done }: { readonly sentences: number }) => seen.push(done);
    await explore(new FakeModel(), ask(sentences), 1, { onProgress });
    expect(seen.at(-1)).toBe(40);
    expect(seen.length).toBeGreaterThan(3);

    const model = new FakeModel();
    const pause = () => Promise.reject(new Error('enough'));
    await expect(explore(model, ask(sentences), 1, { pause })).rejects.toThrow('enough');
    expect(model.ran).toHaveLength(1);
  });

  it('says that there is no text, and no such dimension', async () => {
    const model = new FakeModel();
    await expect(explore(model, ask(['', '  ']), 1)).rejects.toMatchObject({ code: 'empty-text' });
    await expect(explore(model, ask(['7'], { columns: [4] }), 1)).rejects.toMatchObject({
      code: 'dimension',
    });
    const inside = { dims: [-1], from: 0 } as const;
    await expect(explore(model, ask(['7'], { inside }), 1)).rejects.toMatchObject({ code: 'dimension' });
  });
});

describe('a remedied exploration', () => {
  const TEXT = ['7 3 9 4', '5', '8 8 3', '6 4 5 7 7'];
  const remedied = (cut: readonly number[] = []) => ({ cut, remedy: { kind: 'center' } as const });

  it('measures vectors as the remedy leaves them, fitted on the text', async () => {
    const { exploration, held } = await explore(new FakeModel(), ask(TEXT, { remedied: remedied() }), 1);
    expect(exploration.mean.every((value) => Math.abs(value) < 1e-5)).toBe(true);
    const whole = await explore(new FakeModel(), ask(TEXT), 1);
    expect(exploration.tokens).toEqual(whole.exploration.tokens);
    const token = 1;
    for (let d = 0; d < 4; d++) {
      const mean = whole.exploration.mean[d] ?? NaN;
      const before = whole.held.tokens.data[token * 4 + d] ?? NaN;
      expect(held.tokens.data[token * 4 + d]).toBeCloseTo(before - mean, 5);
    }
  });

  it('cuts first, after the network or inside it', async () => {
    const after = await explore(new FakeModel(), ask(TEXT, { remedied: remedied([0]) }), 1);
    expect(after.exploration.square[0]).toBe(0);
    const inside = { dims: [0], from: 1 as const };
    const cut = await explore(new FakeModel(), ask(TEXT, { inside, remedied: remedied() }), 1);
    expect(cut.exploration.square[0]).toBeGreaterThan(0);
    expect(cut.exploration.square[4]).toBe(0);
  });
});
