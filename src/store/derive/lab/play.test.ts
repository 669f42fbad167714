import { expect, test } from 'vitest';
import { createAppStore } from '../../store.ts';
import { ASKED, held } from '../../testing.ts';
import { playPairs } from '../../trials/playground.ts';
import { NO_TRIALS } from '../../trials/trial.ts';
import { playMeansAfter, selectPlayMeans } from './play-means.ts';
import { selectPlayRemarks } from './play-left-out.ts';

const playground = {
  word: 'light',
  lines: ['light a', 'no such word', 'light b', 'light c'].map((text, i) => ({
    text,
    sense: i === 3 ? 1 : 0,
  })),
};
// lines 0, 2 and 3 have the word: pairs are of 0 and 2, 0 and 3, 2 and 3
const data = playPairs(playground);

function opened(measured: readonly number[], more: { missing?: readonly 'cut-off'[]; truncated?: number[] }) {
  const pairs = held(
    measured.length,
    Array.from({ length: 4 }, (_, d) => d),
  );
  const asked = { ...ASKED, data, name: 'your own sentences' };
  const result = {
    measured: Uint32Array.from(measured),
    same: new Uint8Array(measured.length),
    before: pairs,
    after: new Float64Array(),
    missing: (more.missing ?? []).map((why) => ({ from: '1', why })),
    truncated: more.truncated ?? [],
    sentences: 6,
    tokens: 18,
  };
  const answer = { asked, result };
  const trials = { ...NO_TRIALS, play: { ...NO_TRIALS.play, answer } };
  return { state: createAppStore({ playground, trials, view: 'explore' }).getState(), answer };
}

test('a sentence that is in no pair is left out for its own reason, and those read with it are not', () => {
  const { state } = opened([1], { missing: ['cut-off', 'cut-off'] });
  const { leftOut } = selectPlayRemarks(state);
  expect([...leftOut]).toEqual([[2, 'cut-off']]);
});

test('a sentence that lost its end is named by its number among those that are written', () => {
  const { state } = opened([0, 1, 2], { truncated: [1, 4] });
  const { leftOut, truncated } = selectPlayRemarks(state);
  expect(leftOut.size).toBe(0);
  expect([...truncated]).toEqual([2]);
});

test('the means of random cuts are of the same pairs and heaps as those of the cut', () => {
  const { state, answer } = opened([0], { missing: ['cut-off', 'cut-off'] });
  const means = selectPlayMeans(state);
  expect(means?.before.same).toEqual(Float64Array.of(16 / 17, 16 / 17));
  expect(means?.before.different).toEqual(Float64Array.of(NaN, NaN));
  expect(playMeansAfter(answer, playground, [])).toEqual(means?.before);
  expect(playMeansAfter(answer, playground, [3]).same).toEqual(Float64Array.of(0, 0));
});
