import { describe, expect, it } from 'vitest';
import { cosine } from '../../measures/cosine.ts';
import { DISTANCES, distancesOf } from '../../measures/neighbour-distances.ts';
import type { SyntaxRequest } from '../../protocol/experiments/syntax.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { syntax } from './syntax.ts';

const ask = (sentences: readonly string[], more: Partial<SyntaxRequest> = {}): SyntaxRequest => ({
  name: 'x',
  sentences: sentences.map((sentence) => sentence.split(' ')),
  specials: 'include',
  seed: 1,
  treatment: { cut: [], where: 'after' },
  columns: [],
  ...more,
});

describe('syntax', () => {
  it('measures how far neighbouring words are apart, sentence after sentence', async () => {
    const { starts, measured, before, after } = await syntax(new FakeModel(), ask(['7 9 4', '3 8']));
    expect([...measured]).toEqual([0, 1]);
    expect([...starts]).toEqual([0, 2, 3]);
    // [id, position, layer, -10]
    const l1 = distancesOf('l1', before, []);
    expect([...l1]).toEqual([3, 6, 6, 3, 6, 6, 3, 6, 6]);
    expect(distancesOf('l2', before, [])[1]).toBeCloseTo(Math.sqrt(26), 12);
    expect(distancesOf('cosine', before, [])[2]).toBeCloseTo(1 - cosine([3, 1, 0, -10], [8, 2, 0, -10]), 12);
    for (const kind of DISTANCES) expect(after[kind]).toEqual(distancesOf(kind, before, []));
  });

  it('gives after a cut what its columns give by downdate, in however many parts memory allows', async () => {
    const treatment = { cut: [0, 3], where: 'after' } as const;
    const request = ask(['7 9 4', '3 8', '5 6 7 8'], { treatment, columns: [0, 3] });
    const whole = await syntax(new FakeModel(), request);
    expect(await syntax(new FakeModel(), request, { memory: 1 })).toEqual(whole);
    for (const kind of DISTANCES)
      distancesOf(kind, whole.before, [0, 3]).forEach((distance, i) => {
        expect(distance).toBeCloseTo(whole.after[kind][i] ?? NaN, 6);
      });
  });

  it('leaves out, and lists, sentences of which it cannot measure every word', async () => {
    const { measured, missing } = await syntax(new FakeModel(4), ask(['7', '3 4 5', '7 8']));
    expect([...measured]).toEqual([2]);
    expect(missing).toEqual([
      { from: '1', why: 'no-place' },
      { from: '2', why: 'cut-off' },
    ]);
    await expect(syntax(new FakeModel(), ask(['7']))).rejects.toMatchObject({ code: 'no-items' });
  });
});
