import { expect, test } from 'vitest';
import { seeded } from '../core/random.ts';
import { cosine } from './cosine.ts';
import { directionCosines } from './direction-cosines.ts';
import { TokenStatistics } from './token-statistics.ts';

const [LAYERS, TOKENS, DIMS] = [2, 6, 5];
const random = seeded(3);
const data = Float32Array.from({ length: LAYERS * TOKENS * DIMS }, () => 4 * random() - 1);
const STARTS = [0, 1, 4, 6];

test('is the mean over sentences of the mean cosine with their tokens', () => {
  const statistics = new TokenStatistics(LAYERS, DIMS);
  const states = { layers: LAYERS, tokens: TOKENS, dims: DIMS, data };
  statistics.add(states, new Uint8Array(TOKENS), Uint32Array.from(STARTS));
  const vectorAt = (layer: number, token: number) => {
    const from = (layer * TOKENS + token) * DIMS;
    return data.subarray(from, from + DIMS);
  };
  const mine = Float32Array.from({ length: LAYERS * DIMS }, () => 4 * random() - 2);
  const got = directionCosines(mine, statistics.direction, LAYERS, DIMS);
  for (let layer = 0; layer < LAYERS; layer++) {
    const own = mine.subarray(layer * DIMS, (layer + 1) * DIMS);
    const bySentence = STARTS.slice(0, -1).map((from, s) => {
      const to = STARTS[s + 1] ?? from;
      const cosines = Array.from({ length: to - from }, (_, i) => cosine(own, vectorAt(layer, from + i)));
      return cosines.reduce((a, b) => a + b, 0) / cosines.length;
    });
    const expected = bySentence.reduce((a, b) => a + b, 0) / bySentence.length;
    expect(got[layer]).toBeCloseTo(expected, 6);
  }
});

test('of a zero vector is 0', () => {
  expect([...directionCosines(new Float32Array(3), Float32Array.of(1, 0, 0), 1, 3)]).toEqual([0]);
});
