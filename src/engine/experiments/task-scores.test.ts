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
