import { describe, expect, it } from 'vitest';
import type { WicPair } from '../../datasets/index.ts';
import { cosine } from '../../measures/cosine.ts';
import { cosinesOf } from '../../measures/cosines-of.ts';
import type { StsRequest } from '../../protocol/experiments/sts.ts';
import type { WicRequest } from '../../protocol/experiments/wic.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { sts } from './sts.ts';
import { wic } from './wic.ts';

const settings = {
  name: 'x.txt',
  specials: 'include',
  seed: 1,
  treatment: { cut: [], where: 'after' },
  columns: [],
} as const;

const pair = (
  line: number,
  first: string,
  second: string,
  places: readonly [number, number],
  same = true,
): WicPair => ({
  line,
  word: 'w',
  kind: 'N',
  sentences: [first.split(' '), second.split(' ')],
  places,
  same,
});
const askWic = (pairs: readonly WicPair[], more: Partial<WicRequest> = {}): WicRequest => ({
  ...settings,
  pairs,
  ...more,
});

const askSts = (
  subsets: readonly (readonly [string, string])[][],
  more: Partial<StsRequest> = {},
): StsRequest => ({
  ...settings,
  subsets: subsets.map((pairs, s) => ({
    name: `set ${s}`,
    pairs: pairs.map((sentences, i) => ({ line: i + 1, sentences, score: i })),
  })),
  ...more,
});

/** The fake model's vector of a token in layer 2. */
const vector = (id: number, position: number) => [id, position, 2, -10];

describe('Word in Context', () => {
  it('is the cosine of the word’s vectors in both sentences', async () => {
    const pairs = [pair(1, '7 8 9', '8 3', [1, 0], false), pair(2, '5', '5', [0, 0])];
    const { same, measured, before, after, missing } = await wic(new FakeModel(), askWic(pairs));
    expect([...measured]).toEqual([0, 1]);
    expect([...same]).toEqual([0, 1]);
    expect(missing).toEqual([]);
    const cosines = cosinesOf(before.sample, new Map(), []);
    expect(cosines[4]).toBeCloseTo(cosine(vector(8, 2), vector(8, 1)), 12);
    expect(cosines[5]).toBe(1);
    expect(after).toEqual(cosines);
  });

  it('counts and lists what it cannot measure, and measures the rest', async () => {
    const pairs = [pair(1, '7 8', '8', [2, 0]), pair(2, '7 8', '8', [1, 0]), pair(3, '8', '3 4 5 6', [0, 3])];
    const { missing, measured } = await wic(new FakeModel(5), askWic(pairs));
    expect(missing).toEqual([
      { from: '1', why: 'no-place' },
      { from: '3', why: 'cut-off' },
    ]);
    expect([...measured]).toEqual([1]);
  });

  it('names the sentences that lost their end, of the pairs that it measures', async () => {
    const pairs = [
      pair(1, '8', '7 8 3 4', [0, 0]),
      pair(2, '8', '3 4 5 6', [0, 3]),
      pair(3, '8 9', '8', [0, 0]),
    ];
    const { truncated, measured } = await wic(new FakeModel(5), askWic(pairs));
    expect([...measured]).toEqual([0, 2]);
    expect(truncated).toEqual([1]);
  });

  it('says which data have no pair to measure', async () => {
    await expect(wic(new FakeModel(), askWic([pair(1, '7', '8', [9, 9])]))).rejects.toMatchObject({
      code: 'no-items',
    });
  });

  it('gives after a cut what its columns give by downdate, in however many parts memory allows', async () => {
    const pairs = Array.from({ length: 9 }, (_, i) => pair(i + 1, `${i + 3} 4`, `${i + 3}`, [i % 2, 0]));
    const treatment = { cut: [3, 0], where: 'after' } as const;
    const request = askWic(pairs, { treatment, columns: [0, 3] });
    const whole = await wic(new FakeModel(), request);
    const model = new FakeModel();
    const parts = await wic(model, request, { memory: 5 * 2 * 3 * 4 * 4 });
    expect(parts).toEqual(whole);
    expect(model.ran.length).toBeGreaterThan(3);
    const { sample, columns } = whole.before;
    const downdated = cosinesOf(sample, columns, [0, 3]);
    whole.after.forEach((value, i) => {
      expect(downdated[i]).toBeCloseTo(value, 12);
    });
  });

  it('cuts inside the network in a second run of the same sentences', async () => {
    const model = new FakeModel();
    const treatment = { cut: [3], where: 'inside' } as const;
    const { before, after } = await wic(model, askWic([pair(1, '7 8', '8', [0, 0])], { treatment }));
    expect(model.ran).toEqual([
      [2, 4],
      [2, 4],
    ]);
    expect(after[0]).toBe(cosinesOf(before.sample, new Map(), [])[0]);
    expect(after[2]).toBeCloseTo(cosine([7, 1, 2, 0], [8, 1, 2, 0]), 12);
  });

  it('refuses dimensions that the model does not have', async () => {
    const pairs = [pair(1, '7', '8', [0, 0])];
    const code = { code: 'dimension' };
    await expect(wic(new FakeModel(), askWic(pairs, { columns: [4] }))).rejects.toMatchObject(code);
    const treatment = { cut: [-1], where: 'after' } as const;
    await expect(wic(new FakeModel(), askWic(pairs, { treatment }))).rejects.toMatchObject(code);
  });

  it('ends when its pause rejects', async () => {
    const pairs = Array.from({ length: 40 }, (_, i) => pair(i, '3 '.repeat(50).trim(), '4', [0, 0]));
    const pause = () => Promise.reject(new Error('enough'));
    await expect(wic(new FakeModel(), askWic(pairs), { pause })).rejects.toThrow('enough');
  });
});

describe('sentence similarity', () => {
  it('is the cosine of the means of the sentences’ tokens, specials in or out', async () => {
    const include = await sts(new FakeModel(), askSts([[['7', '8 9']]]));
    const exclude = await sts(new FakeModel(), askSts([[['7', '8 9']]], { specials: 'exclude' }));
    // [CLS] is 1 and [SEP] 2
    expect(include.after[2]).toBeCloseTo(cosine([10 / 3, 1, 2, -10], [20 / 4, 1.5, 2, -10]), 6);
    expect(exclude.after[2]).toBeCloseTo(cosine([7, 1, 2, -10], [8.5, 1.5, 2, -10]), 6);
  });

  it('keeps the subsets of a set apart', async () => {
    const result = await sts(
      new FakeModel(),
      askSts([
        [
          ['7', '8'],
          ['8', '9'],
        ],
        [
          ['3', '4'],
          [' ', '4'],
          ['5', '6'],
        ],
      ]),
    );
    expect([...result.starts]).toEqual([0, 2, 4]);
    expect([...result.measured]).toEqual([0, 1, 2, 4]);
    expect([...result.scores]).toEqual([0, 1, 0, 2]);
    expect(result.missing).toEqual([{ from: '2', why: 'no-tokens' }]);
  });

  it('names the sentences that were cut', async () => {
    const { truncated } = await sts(new FakeModel(4), askSts([[['7', '8 9 3']]]));
    expect(truncated).toEqual([1]);
  });

  it('says which data have no pair to measure', async () => {
    await expect(sts(new FakeModel(), askSts([[['', '8']]]))).rejects.toMatchObject({ code: 'no-items' });
  });
});
