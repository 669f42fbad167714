import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '../core/random.ts';
import { columnsOf, cosineSample } from './cosine-sample.ts';
import { GroupedCosine } from './grouped-cosine.ts';
import { meanCosineByLayer } from './mean-cosine.ts';
import { samplePairs } from './sample-pairs.ts';

const lengths = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 });

/** First token of each sentence, and the number of tokens at the end. */
function startsOf(sizes: readonly number[]): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1);
  sizes.forEach((size, s) => (starts[s + 1] = (starts[s] ?? 0) + size));
  return starts;
}

/** Sentence of each token. */
function sentencesOf(sizes: readonly number[]): number[] {
  return sizes.flatMap((size, s) => new Array<number>(size).fill(s));
}

describe('pairs of tokens', () => {
  test('are of different sentences, or of different tokens of the only one; never twice the same', () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 80 }), fc.nat(), (sizes, count, seed) => {
        const sentence = sentencesOf(sizes);
        const pairs = samplePairs(startsOf(sizes), count, seeded(seed));
        const seen = new Set<string>();
        pairs.left.forEach((x, p) => {
          const y = pairs.right[p] ?? -1;
          if (sizes.length > 1) expect(sentence[x]).not.toBe(sentence[y]);
          expect(x).not.toBe(y);
          seen.add([x, y].sort((a, b) => a - b).join());
        });
        expect(seen.size).toBe(pairs.left.length);
        expect(pairs.from).toBe(sizes.length > 1 ? 'different-sentences' : 'one-sentence');
      }),
    );
  });

  test('are as many as asked for, or all there are; their weights sum to 1', () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 80 }), fc.nat(), (sizes, count, seed) => {
        const tokens = sizes.reduce((a, b) => a + b);
        const apart = (tokens ** 2 - sizes.reduce((sum, size) => sum + size ** 2, 0)) / 2;
        const available = sizes.length > 1 ? apart : (tokens * (tokens - 1)) / 2;
        const pairs = samplePairs(startsOf(sizes), count, seeded(seed));
        expect(pairs.left).toHaveLength(Math.min(count, available));
        expect(pairs.complete).toBe(available <= count);
        if (available > 0) expect(pairs.weights.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('are the same for the same seed, others for another', () => {
    const starts = startsOf(new Array<number>(60).fill(5));
    const draw = (seed: number) => [...samplePairs(starts, 100, seeded(seed)).left];
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test('visit every two sentences alike before any of them twice', () => {
    const pairs = samplePairs(startsOf([9, 1, 9]), 15, seeded(3));
    const sentence = sentencesOf([9, 1, 9]);
    const visits = new Map<string, number>();
    pairs.left.forEach((x, p) => {
      const key = [sentence[x], sentence[pairs.right[p] ?? 0]].join();
      visits.set(key, (visits.get(key) ?? 0) + 1);
    });
    expect([...visits.values()]).toEqual([5, 5, 5]);
  });

  test.each([
    ['no token', []],
    ['one token', [1]],
  ])('of %s are none, and complete', (_, sizes) => {
    const pairs = samplePairs(startsOf(sizes), 10, seeded(1));
    expect(pairs.left).toHaveLength(0);
    expect(pairs.complete).toBe(true);
  });
});

describe('the mean cosine over them', () => {
  const sizes = [4, 1, 7, 3, 5];
  const dims = 8;
  const random = seeded(11);
  const tokens = sizes.reduce((a, b) => a + b);
  const data = Float32Array.from({ length: tokens * dims }, (_, i) => random() - (i % dims === 2 ? 3 : 0.5));
  const states = { layers: 1, tokens, dims, data };
  const starts = startsOf(sizes);
  const exact = (cut: number[]) => {
    const cosine = new GroupedCosine(1, dims, cut);
    cosine.add(states, starts, [...sizes.keys()]);
    return cosine.anisotropy()?.[0] ?? NaN;
  };
  const estimate = (count: number, seed: number, cut: number[]) => {
    const pairs = samplePairs(starts, count, seeded(seed));
    return meanCosineByLayer(cosineSample(states, pairs), columnsOf(states, cut), cut)[0] ?? NaN;
  };

  test.each([[[]], [[2]]])('equals the expectation when complete, cut %j', (cut) => {
    expect(estimate(1000, 1, cut)).toBeCloseTo(exact(cut), 12);
  });

  test.each([4, 25])('estimates it without bias from %d pairs', (count) => {
    const draws = Array.from({ length: 2000 }, (_, seed) => estimate(count, seed, [2]));
    const mean = draws.reduce((a, b) => a + b) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean - exact([2]))).toBeLessThan(4 * Math.sqrt(variance / draws.length));
  });
});
