import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';
import { unitRows } from './unit-rows.ts';
import { wordAccuracy } from './word-accuracy.ts';

const Numbers = v.array(v.number());
const Fixture = v.object({
  wordSenses: v.array(
    v.object({
      dims: v.number(),
      tests: Numbers,
      trains: Numbers,
      cosines: v.array(Numbers),
      nearest: v.array(Numbers),
      word: Numbers,
      right: Numbers,
      byWord: v.array(v.nullable(v.number())),
      macro: v.number(),
      micro: v.number(),
    }),
  ),
});
// Remade by `python -m models.experiment_oracle`
const path = new URL('fixtures/experiments.json', import.meta.url);
const { wordSenses } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

describe.each(wordSenses)('word senses, case %#, as NumPy and SciPy have them', (c) => {
  it('cosines are products of vectors of length 1, of a zero vector 0', () => {
    const rows = (values: readonly number[]) => {
      const count = values.length / c.dims;
      return unitRows(
        Float32Array.from(values),
        0,
        c.dims,
        Uint32Array.from({ length: count }, (_, i) => i),
      );
    };
    const [tests, trains] = [rows(c.tests), rows(c.trains)];
    c.cosines.forEach((row, t) => {
      row.forEach((cosine, n) => {
        let dot = 0;
        for (let d = 0; d < c.dims; d++)
          dot += (tests[t * c.dims + d] ?? NaN) * (trains[n * c.dims + d] ?? NaN);
        expect(dot).toBeCloseTo(cosine, 6);
      });
    });
  });

  it('the nearest come first, and among equals the first', () => {
    const others = c.cosines[0]?.length ?? 0;
    const rounded = c.cosines.flat().map((cosine) => Math.round(cosine * 1e9) / 1e9);
    const found = nearest(Float32Array.from(rounded), others, 3);
    expect(found.count).toBe(Math.min(3, others));
    expect([...found.index]).toEqual(c.nearest.flat());
  });

  it('accuracy is a mean over words, and over items', () => {
    const { macro, micro, byWord } = wordAccuracy(c.word, c.right, c.byWord.length);
    expect(macro).toBeCloseTo(c.macro, 12);
    expect(micro).toBeCloseTo(c.micro, 12);
    expect([...byWord]).toEqual(c.byWord.map((share) => share ?? NaN));
  });
});

describe('nearest', () => {
  it('is sorting by cosine, the first of equals first', () => {
    const values = fc.array(fc.constantFrom(-1, -0.5, 0, 0.5, 1), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 5 }), (cosines, most) => {
        const { index, cosine } = nearest(Float32Array.from(cosines), cosines.length, most);
        const sorted = [...cosines.keys()].sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0) || a - b);
        expect([...index]).toEqual(sorted.slice(0, most));
        expect([...cosine]).toEqual(sorted.slice(0, most).map((i) => cosines[i]));
      }),
    );
  });
  it('takes what is not a number last, and finds nothing among none', () => {
    expect([...nearest(Float32Array.of(NaN, -1, NaN), 3, 2).index]).toEqual([1, 0]);
    expect(nearest(new Float32Array(), 0, 2)).toMatchObject({ count: 0, index: new Uint32Array() });
  });
});

it('accuracy is not a number without items', () => {
  expect(wordAccuracy([], [], 1)).toEqual({ macro: NaN, micro: NaN, byWord: Float64Array.of(NaN) });
});
