import { describe, expect, it } from 'vitest';
import { seeded } from '../core/random.ts';
import type { HiddenStates } from '../core/hidden-states.ts';
import { GroupedCosine } from './grouped-cosine.ts';

const layers = 2;
const dims = 5;

/** Sentences of one to four tokens with a common direction in dimension 2. */
function textOf(sentences: number, seed = 1): [HiddenStates, Uint32Array, Uint32Array] {
  const random = seeded(seed);
  const lengths = Array.from({ length: sentences }, () => 1 + Math.floor(4 * random()));
  const starts = Uint32Array.of(0, ...lengths);
  for (let s = 1; s < starts.length; s++) starts[s] = (starts[s] ?? 0) + (starts[s - 1] ?? 0);
  const tokens = starts.at(-1) ?? 0;
  const data = Float32Array.from({ length: layers * tokens * dims }, (_, i) => {
    return random() - 0.5 + (i % dims === 2 ? 1 : 0);
  });
  return [{ layers, tokens, dims, data }, starts, Uint32Array.from(lengths.keys())];
}

describe('GroupedCosine', () => {
  it('gives an interval that shrinks as the text grows, around the expectation', () => {
    const width = (sentences: number) => {
      const cosine = new GroupedCosine(layers, dims);
      cosine.add(...textOf(sentences));
      const [{ low, high } = { low: NaN, high: NaN }] = cosine.interval(1) ?? [];
      const value = cosine.anisotropy()?.[0] ?? NaN;
      expect(value).toBeGreaterThan(low);
      expect(value).toBeLessThan(high);
      return high - low;
    };
    expect(width(800)).toBeLessThan(0.6 * width(100));
  });

  it('covers the expectation of other texts of the same kind about 95 times in 100: 35 of 40 at the least', () => {
    const large = new GroupedCosine(layers, dims);
    large.add(...textOf(20_000, 99));
    const truth = large.anisotropy()?.[0] ?? NaN;
    let covered = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const cosine = new GroupedCosine(layers, dims);
      cosine.add(...textOf(60, seed));
      const [{ low, high } = { low: NaN, high: NaN }] = cosine.interval(1) ?? [];
      if (low <= truth && truth <= high) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(35);
  });

  it('has nothing to say of one sentence, and no interval of two', () => {
    const one = new GroupedCosine(layers, dims);
    one.add(...textOf(1));
    expect(one.anisotropy()).toBeUndefined();
    const two = new GroupedCosine(layers, dims);
    two.add(...textOf(2));
    expect(two.anisotropy()).toBeDefined();
    expect(two.interval(1)).toBeUndefined();
  });
});
