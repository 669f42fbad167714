import { describe, expect, it } from 'vitest';
import { cosinesOf } from '../../measures/cosines-of.ts';
import { cosine } from '../../measures/cosine.ts';
import { evennessByLayer } from '../../measures/geometry-figures.ts';
import type { Remedy } from '../../measures/remedy.ts';
import type { GeometryRequest } from '../../protocol/experiments/geometry.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { geometry } from './geometry.ts';
import { selfSimilarity } from './self-similarity.ts';

const ask = (sentences: readonly string[], more: Partial<GeometryRequest> = {}): GeometryRequest => ({
  sentences,
  specials: 'include',
  seed: 1,
  treatment: { cut: [], where: 'after' },
  columns: [],
  pairs: 1000,
  points: 100,
  ...more,
});

const TEXT = ['7 3 9 4', '5', '8 8 3', '6 4 5 7 7'];
const close = (found: ArrayLike<number> | undefined, wanted: ArrayLike<number>): void => {
  expect(found).toHaveLength(wanted.length);
  for (let i = 0; i < wanted.length; i++) expect(found?.[i]).toBeCloseTo(wanted[i] ?? NaN, 9);
};

describe('the geometry of a text', () => {
  it('holds tokens as points, in the order of the text, with where they stand', async () => {
    const { points, before, tokens } = await geometry(new FakeModel(), ask(['7 8', '5']));
    expect(points.map(({ text }) => text)).toEqual(['[CLS]', '7', '8', '[SEP]', '[CLS]', '5', '[SEP]']);
    expect(points[5]).toEqual({ text: '5', sentence: 1, position: 1 });
    expect(tokens).toBe(7);
    // [id, position, layer, -10]
    expect([...before.points.subarray(5 * 4, 6 * 4)]).toEqual([5, 1, 0, -10]);
  });

  it('draws points where there are more tokens, the same for the same seed', async () => {
    const drawn = async (seed: number) =>
      (await geometry(new FakeModel(), ask(TEXT, { points: 5, seed }))).points;
    expect(await drawn(1)).toHaveLength(5);
    expect(await drawn(1)).toEqual(await drawn(1));
    expect(await drawn(1)).not.toEqual(await drawn(2));
  });

  it('has the cosines of its pairs, and after a cut what the columns give by downdate', async () => {
    const treatment = { cut: [3], where: 'after' as const };
    const result = await geometry(new FakeModel(), ask(TEXT, { treatment, columns: [3] }));
    const { sample, columns } = result.pairs;
    close(result.before.cosines, cosinesOf(sample, columns, []));
    close(result.after?.cosines, cosinesOf(sample, columns, [3]));
    expect(result.pairsComplete).toBe(true);
    const one = await geometry(new FakeModel(), ask(['7', '5'], { specials: 'exclude' }));
    expect(one.before.cosines[2]).toBeCloseTo(cosine([7, 1, 2, -10], [5, 1, 2, -10]), 12);
  });

  it('has after a cut the moments that whole vectors give without the cut dimensions', async () => {
    const treatment = { cut: [0], where: 'after' as const };
    const { before, after, layers, dims } = await geometry(new FakeModel(), ask(TEXT, { treatment }));
    const cut = evennessByLayer(before, { layers, dims }, [0]);
    const treated = after ? evennessByLayer(after, { layers, dims }, []) : expect.fail();
    cut.forEach(({ isoScore, kurtosis }, l) => {
      expect(treated[l]?.isoScore).toBeCloseTo(isoScore, 9);
      expect(treated[l]?.kurtosis).toBeCloseTo(kurtosis, 9);
    });
  });

  it.each<Remedy>([
    { kind: 'center' },
    { kind: 'standardize' },
    { kind: 'top', components: 1 },
    { kind: 'whiten' },
  ])('after $kind the mean of all vectors is zero', async (remedy) => {
    const { after } = await geometry(
      new FakeModel(),
      ask(TEXT, { treatment: { cut: [], where: 'after', remedy } }),
    );
    expect(after?.mean.every((value) => Math.abs(value) < 1e-4)).toBe(true);
  });

  it('whitened vectors are even in every direction that is left', async () => {
    const treatment = { cut: [], where: 'after' as const, remedy: { kind: 'whiten' as const } };
    const { after, layers, dims } = await geometry(new FakeModel(), ask(TEXT, { treatment }));
    const scores = after ? evennessByLayer(after, { layers, dims }, []) : expect.fail();
    // only the id and the position of four dimensions vary
    for (const { isoScore } of scores) expect(isoScore).toBeCloseTo((2 - 1) / (4 - 1), 4);
  });

  it('has the anisotropy that self-similarity measures on the same text', async () => {
    const sentences = ['0xa 7', '0xa 9 3', '8 0xa'];
    const whole = await geometry(new FakeModel(), ask(sentences));
    const { result } = await selfSimilarity(new FakeModel(), {
      ...ask(sentences),
      least: 2,
      most: 10,
    });
    close(whole.before.anisotropy, result.anisotropyBefore ?? []);
  });

  it('of one sentence has no anisotropy, and of one token no spread', async () => {
    const { before, layers, dims, pairs } = await geometry(
      new FakeModel(),
      ask(['7'], { specials: 'exclude' }),
    );
    expect([before.anisotropy, before.resampled, before.contribution]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(pairs.sample.left).toHaveLength(0);
    for (const { isoScore } of evennessByLayer(before, { layers, dims }, [])) expect(isoScore).toBeNaN();
  });

  it('says in which layer values are no finite numbers, and what an empty text lacks', async () => {
    await expect(geometry(new FakeModel(64, NaN), ask(['7 8']))).rejects.toMatchObject({
      code: 'not-finite',
    });
    await expect(geometry(new FakeModel(), ask(['', ' ']))).rejects.toMatchObject({ code: 'empty-text' });
  });
});
