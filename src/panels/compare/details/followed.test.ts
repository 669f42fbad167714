import { describe, expect, it } from 'vitest';
import type { PortraitResult } from '../../../protocol/experiments/compare.ts';
import { followedOf, shownOf } from './followed.ts';

const RULE = { share: 0.5, z: 8 };

/** Two layers of four dimensions: 3 is the minimum of so many of ten words, its mean furthest out. */
const whole = (minima: number): PortraitResult => ({
  layers: 2,
  dims: 4,
  counted: [10, 0, 0],
  minima: kinds([10 - minima, 0, 0, minima]),
  maxima: kinds([4, 3, 3, 0]),
  mean: Float32Array.of(0, 0.1, -0.1, -4, 0, 0.1, -0.1, -4),
  square: new Float32Array(8).fill(4),
  histogram: { bins: 2, width: Float64Array.of(1, 1), counts: new Uint32Array(16) },
  anisotropy: undefined,
  contribution: undefined,
  truncated: [],
  sentences: 1,
  tokens: 10,
});

/** The same counts in both layers, all of words. */
const kinds = (counts: readonly number[]) =>
  Uint32Array.from([...counts, ...counts, ...Array.from({ length: 16 }, () => 0)]);

describe('the dimensions of a side to follow', () => {
  it('are its tails, then what else is cut', () => {
    expect(followedOf(whole(9), RULE, [])).toEqual({ dims: [3], tails: true });
    expect(followedOf(whole(9), RULE, [0, 3])).toEqual({ dims: [3, 0], tails: true });
  });
  it('are the one whose mean lies furthest out, where there is no tail', () => {
    expect(followedOf(whole(4), { share: 0.9, z: 8 }, [])).toEqual({ dims: [3], tails: false });
  });
  it('are shown one at a time: the one chosen on the page, where it is among them', () => {
    const followed = { dims: [2, 0], tails: true };
    expect([shownOf(followed, undefined), shownOf(followed, 0), shownOf(followed, 7)]).toEqual([2, 0, 2]);
  });
});
