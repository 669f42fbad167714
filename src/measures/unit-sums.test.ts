import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cosine } from './cosine.ts';
import { UnitSums } from './unit-sums.ts';

const Fixture = v.object({
  selfSimilarity: v.array(
    v.object({
      groups: v.array(v.number()),
      layers: v.number(),
      dims: v.number(),
      data: v.array(v.number()),
      means: v.array(v.array(v.nullable(v.number()))),
    }),
  ),
});
// Remade by `python -m models.experiment_oracle`
const path = new URL('fixtures/experiments.json', import.meta.url);
const { selfSimilarity } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

describe('mean cosine of the pairs of each group', () => {
  it.each(selfSimilarity)('is as NumPy has it, groups $groups', ({ groups, layers, dims, data, means }) => {
    const states = Float32Array.from(data);
    const sums = new UnitSums(layers, means[0]?.length ?? 0, dims);
    for (let layer = 0; layer < layers; layer++)
      groups.forEach((group, i) => {
        sums.add(layer, group, states, (layer * groups.length + i) * dims);
      });
    const found = sums.meanCosines();
    means.flat().forEach((mean, i) => {
      if (mean === null) expect(found[i]).toBeNaN();
      else expect(found[i]).toBeCloseTo(mean, 12);
    });
  });

  it('is that of visiting every pair, zero vectors and all', () => {
    const value = fc.constantFrom(-2, -1, 0, 0, 0.5, 1);
    const vectors = fc.array(fc.tuple(value, value, value), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(vectors, (all) => {
        const sums = new UnitSums(1, 1, 3);
        for (const vector of all) sums.add(0, 0, vector, 0);
        const cosines = all.flatMap((x, j) => all.slice(0, j).map((y) => cosine(x, y)));
        const mean = cosines.reduce((sum, one) => sum + one, 0) / cosines.length;
        expect(sums.meanCosines()[0]).toBeCloseTo(mean, 12);
      }),
    );
  });

  it('is not a number without a pair', () => {
    const sums = new UnitSums(1, 2, 2);
    sums.add(0, 1, [1, 0], 0);
    expect([...sums.meanCosines()]).toEqual([NaN, NaN]);
  });
});
