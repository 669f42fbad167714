import { expect, test } from 'vitest';
import { seeded } from '../core/random.ts';
import { ExpectedCosine } from './expected-cosine.ts';
import { TokenStatistics } from './token-statistics.ts';

const random = seeded(5);
const states = {
  layers: 2,
  tokens: 7,
  dims: 4,
  data: Float32Array.from({ length: 56 }, () => random() - 0.3),
};
const starts = Uint32Array.of(0, 3, 4, 7);

test('a sentence at a time is the same as folding in whole batches', () => {
  const single = new ExpectedCosine(2, 4);
  for (let layer = 0; layer < 2; layer++) {
    for (let s = 0; s < 3; s++) {
      const first = starts[s] ?? 0;
      single.addSentence(layer, states.data, (layer * 7 + first) * 4, (starts[s + 1] ?? 0) - first);
    }
  }
  const statistics = new TokenStatistics(2, 4);
  statistics.add(states, new Uint8Array(7), starts);
  expect(single.sentences).toBe(3);
  single.contribution()?.forEach((value, i) => {
    expect(value).toBeCloseTo(statistics.contribution?.[i] ?? NaN, 12);
  });
});

test('a cut that takes nearly all of a vector keeps the digits of what is left', () => {
  const data = Float32Array.of(-1e6, 0.3, 0.4, -1e6, 0.3, 0.4);
  const cosine = new ExpectedCosine(1, 3, [0]);
  cosine.addSentence(0, data, 0, 1);
  cosine.addSentence(0, data, 3, 1);
  const [cut, x, y] = cosine.contribution() ?? [];
  expect(cut).toBe(0);
  expect(x).toBeCloseTo(0.36, 7); // float32 has .3 and .4 to 8 digits
  expect(y).toBeCloseTo(0.64, 7);
});
