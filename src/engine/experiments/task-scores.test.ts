import { describe, expect, it } from 'vitest';
import type { Task } from '../../protocol/experiments/compare.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { taskScores } from './task-scores.ts';

const setting = {
  seat: 'main',
  move: { kind: 'as-they-are' },
  treatment: { cut: [], where: 'after' },
  specials: 'include',
  seed: 1,
} as const;
const scores = (task: Task) => taskScores(new FakeModel(6), { setting, task, name: 'mine' });
const pair = (line: number, place: number) => ({
  line,
  word: 'w',
  kind: 'N',
  sentences: [
    ['3', '4'],
    ['5', '3'],
  ] as const,
  places: [place, 0] as const,
  same: line === 1,
});

describe('a task’s scores', () => {
  it('come with what of its data could not be measured', async () => {
    const result = await scores({ kind: 'wic', pairs: [pair(1, 0), pair(2, 7), pair(3, 1)] });
    expect(result.measured).toBe(2);
    expect(result.missing).toMatchObject([{ why: 'no-place' }]);
    const item = { from: 'x', place: 0, placeEnd: 1, senses: ['a'] as const };
    const text = { sentences: [['3', '4']], items: [{ ...item, sentence: 0, lemma: 'w' }] };
    const test = { ...text, items: [...text.items, { ...item, sentence: 0, lemma: 'other' }] };
    const senses = await scores({ kind: 'wsd', data: { train: text, test } });
    expect(senses).toMatchObject({ measured: 1, missing: [{ why: 'no-label' }] });
    const trees = await scores({
      kind: 'trees',
      sentences: [
        { words: ['3', '4', '5'], spans: [[0, 2]] },
        { words: ['3'], spans: [] },
      ],
    });
    expect(trees).toMatchObject({ measured: 1, missing: [{ from: '2', why: 'no-place' }] });
    // of its one sentence, two pairs of neighbours in every layer
    expect(trees.evidence).toMatchObject({
      kind: 'trees',
      measured: Uint32Array.of(0),
      starts: Uint32Array.of(0, 2),
    });
    expect(trees.evidence?.kind === 'trees' && trees.evidence.distances.length).toBe(2 * trees.scores.length);
  });

  it('come with the pairs and items that they are made of', async () => {
    const { evidence, scores: best } = await scores({ kind: 'wic', pairs: [pair(1, 0), pair(2, 1)] });
    // the words are 3 and 5, then 4 and 5
    expect(evidence).toMatchObject({ kind: 'wic', same: Uint8Array.of(1, 0) });
    expect(evidence?.kind === 'wic' && evidence.cosines.length).toBe(2 * best.length);
    const sentences = { line: 1, sentences: ['3 4', '5 3'], score: 4 } as const;
    const sts = await scores({
      kind: 'sts',
      subsets: [{ name: 'a', pairs: [{ ...sentences, sentences: ['', '3'] }, sentences] }],
    });
    expect(sts.evidence).toMatchObject({
      kind: 'sts',
      people: Float64Array.of(4),
      measured: Uint32Array.of(1),
    });
    const item = { from: 'x', place: 0, placeEnd: 1, senses: ['a'] as const, sentence: 0, lemma: 'w' };
    const text = { sentences: [['3', '4']], items: [item] };
    const senses = await scores({ kind: 'wsd', data: { train: text, test: text } });
    expect(senses.evidence).toMatchObject({
      kind: 'wsd',
      words: [{ lemma: 'w' }],
      nearest: { count: 1, index: new Uint32Array(3) },
    });
  });

  it('of how vectors lie come with every layer’s cosines in bins, and tokens in its plane', async () => {
    const { evidence } = await scores({ kind: 'geometry', sentences: ['3 4 5', '6 4', '5 8'] });
    if (evidence?.kind !== 'geometry') throw new Error('it has another kind of evidence');
    const { spreads, places, shares, directions, points } = evidence;
    const layers = 3;
    expect(points).toHaveLength(13);
    expect([spreads.length, places.length, shares.length, directions.length]).toEqual([
      layers * 40,
      layers * 13 * 2,
      layers * 2,
      layers * 2 * 4,
    ]);
    for (let layer = 0; layer < layers; layer++) {
      const row = spreads.subarray(layer * 40, (layer + 1) * 40);
      expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      // of its four elements two are the same in every vector of a layer: the plane has all that varies
      expect((shares[2 * layer] ?? 0) + (shares[2 * layer + 1] ?? 0)).toBeCloseTo(1, 12);
    }
  });

  it('come with the sentences that were cut short', async () => {
    const long = { line: 1, sentences: ['3 4 5 6 7 8', '5 3'], score: 1 } as const;
    const other = { line: 2, sentences: ['3', '4'], score: 2 } as const;
    const { truncated, measured } = await scores({
      kind: 'sts',
      subsets: [{ name: 'a', pairs: [long, other] }],
    });
    expect([measured, truncated]).toEqual([2, [0]]);
  });
});
