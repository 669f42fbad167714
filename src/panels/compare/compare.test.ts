import { describe, expect, it } from 'vitest';
import type { PortraitResult } from '../../protocol/experiments/compare.ts';
import { SHIFT } from '../../protocol/experiments/text-limits.ts';
import { MODEL } from '../../store/testing.ts';
import { contributorsOf } from './contributors.ts';
import { largestShares, leadersOf } from './leaders.ts';
import { sameSide, othersOf, settingOf, tailDims, tailsOf } from './settings.ts';
import { sideName } from './side-name.ts';
import { modelNames } from './use-compared.ts';
import type { ComparedSide } from './use-side.ts';

/** Two layers of four dimensions: 3 is the minimum of 8 of 10 words, 1 the maximum of all. */
const PORTRAIT: PortraitResult = {
  layers: 2,
  dims: 4,
  counted: [10, 0, 0],
  minima: Uint32Array.from([2, 0, 0, 8, 2, 0, 0, 8, ...Array.from({ length: 16 }, () => 0)]),
  maxima: Uint32Array.from([0, 10, 0, 0, 0, 10, 0, 0, ...Array.from({ length: 16 }, () => 0)]),
  mean: Float32Array.of(0, 0.1, -0.1, -4, 0, 0.1, -0.1, -4),
  square: new Float32Array(8).fill(4),
  histogram: { bins: 2, width: Float64Array.of(1, 1), counts: new Uint32Array(16) },
  anisotropy: Float64Array.of(0.5, 0.8),
  contribution: Float64Array.of(0.1, 0.1, 0.05, 0.25, 0.2, 0, -0.2, 0.8),
  truncated: [],
  sentences: 2,
  tokens: 10,
};

describe('who leads a layer', () => {
  it('is the minimum and the maximum of the most vectors, and the mean furthest out', () => {
    const [first] = leadersOf(PORTRAIT);
    expect(first?.smallest).toEqual({ dim: 3, value: 0.8 });
    expect(first?.largest).toEqual({ dim: 1, value: 1 });
    expect(first?.z.dim).toBe(3);
    expect(Array.from(largestShares(leadersOf(PORTRAIT)))).toEqual([1, 1]);
  });

  it('brings most to the cosine of two tokens, a share of it each', () => {
    const [first, second] = contributorsOf(PORTRAIT, 1);
    expect(first).toEqual({ dim: 3, part: 0.8, share: 1 });
    expect(second).toEqual({ dim: 0, part: 0.2, share: 0.25 });
    expect(contributorsOf({ ...PORTRAIT, contribution: undefined }, 1)).toEqual([]);
    const centred = { ...PORTRAIT, anisotropy: Float64Array.of(0, -0.002) };
    expect(contributorsOf(centred, 1)[0]).toEqual({ dim: 3, part: 0.8, share: undefined });
  });

  it('gives the tails by the rule as it is set', () => {
    expect(tailDims(tailsOf(PORTRAIT, { share: 0.5, z: 8 }))).toEqual([1, 3]);
    expect(tailDims(tailsOf(PORTRAIT, { share: 0.9, z: 8 }))).toEqual([1]);
  });
});

describe('a side', () => {
  const whole = { model: 'main', positions: 'as-they-are', cut: 'none', remedy: undefined } as const;
  const idle = { answer: undefined, running: undefined, failure: undefined };
  const compared = (side: ComparedSide['side'], cut: readonly number[] = []): ComparedSide => ({
    id: 'sideA',
    side,
    model: MODEL,
    cut,
    setting: undefined,
    ask: {
      ...idle,
      ask: () => undefined,
      cancel: () => undefined,
      pause: () => undefined,
      resume: () => undefined,
    },
    portrait: undefined,
    whole: undefined,
    tails: [],
  });

  it('is run as it says', () => {
    expect(settingOf({ ...whole, positions: 'shuffled', cut: 'inside' }, [3], 'exclude', 7)).toEqual({
      seat: 'main',
      move: { kind: 'shuffled', seed: 7 },
      treatment: { cut: [3], where: 'inside' },
      specials: 'exclude',
      seed: 7,
    });
    expect(settingOf(whole, [], 'include', 7).move).toEqual({ kind: 'as-they-are' });
    expect(settingOf({ ...whole, positions: 'shifted' }, [], 'include', 7).move).toEqual({
      kind: 'shifted',
      by: SHIFT,
    });
    expect(settingOf({ ...whole, cut: 'random' }, [3], 'include', 7).treatment).toEqual({
      cut: [3],
      where: 'after',
    });
    const whitened = { ...whole, remedy: { kind: 'whiten' } } as const;
    expect(settingOf(whitened, [], 'include', 7).treatment.remedy).toEqual({ kind: 'whiten' });
  });

  it('has as many others cut as tails, the same for the same seed, and none where there are none', () => {
    const others = othersOf([1, 2], 9, 7);
    expect(others).toHaveLength(2);
    expect(others.some((dim) => dim === 1 || dim === 2)).toBe(false);
    expect(othersOf([1, 2], 9, 7)).toEqual(others);
    expect(othersOf([], 9, 7)).toEqual([]);
  });

  it('is the same as another that differs in nothing', () => {
    expect(sameSide(whole, { ...whole })).toBe(true);
    expect(sameSide(whole, { ...whole, positions: 'zero' })).toBe(false);
    expect(sameSide(whole, { ...whole, remedy: { kind: 'center' } })).toBe(false);
  });

  it('is named by what the two differ in', () => {
    expect(sideName(compared(whole), 'small')).toBe('small');
    expect(sideName(compared(whole), undefined)).toBe('as it is');
    expect(sideName(compared({ ...whole, positions: 'zero' }), 'small')).toBe('small, positions zero');
    expect(sideName(compared({ ...whole, cut: 'inside' }, [3]), undefined)).toBe('3 cut inside');
    expect(sideName(compared({ ...whole, cut: 'random' }, [3]), undefined)).toBe('random 3 cut');
    expect(sideName(compared({ ...whole, cut: 'after' }), undefined)).toBe('no tails to cut');
    expect(sideName(compared({ ...whole, cut: 'after', remedy: { kind: 'whiten' } }, [3]), undefined)).toBe(
      '3 cut, whitened',
    );
  });

  it('is named by its weights, too, where both models have one name', () => {
    const rounded = { ...MODEL, weights: { ...MODEL.weights, name: 'model_int8.onnx' } };
    expect(modelNames(MODEL, rounded)).toEqual([
      `${MODEL.name} (${MODEL.weights.name})`,
      `${MODEL.name} (model_int8.onnx)`,
    ]);
    expect(modelNames(MODEL, undefined)[0]).toBe(MODEL.name);
  });
});
