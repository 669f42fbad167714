import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { columnMeans } from './column-means.ts';
import { largestMagnitudes, tailOrigins } from './origins.ts';

const Numbers = v.array(v.number());
const Fixture = v.object({
  origins: v.array(
    v.object({
      dims: v.number(),
      gammas: Numbers,
      betas: Numbers,
      table: v.nullable(Numbers),
      origins: v.array(
        v.object({
          dim: v.number(),
          gammas: v.number(),
          betas: v.number(),
          position: v.nullable(v.number()),
        }),
      ),
    }),
  ),
});
// Remade by `python -m models.weight_oracle`
const path = new URL('fixtures/weights.json', import.meta.url);
const fixture = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

it.each(fixture.origins)('dimensions out of line are counted as with NumPy, case %#', (c) => {
  const { dims } = c;
  const row = (of: readonly number[], i: number) => Float32Array.from(of.slice(i * dims, (i + 1) * dims));
  const norms = Array.from({ length: c.gammas.length / dims }, (_, i) => ({
    gamma: row(c.gammas, i),
    beta: row(c.betas, i),
  }));
  const positions = c.table ? Float32Array.from(columnMeans(Float32Array.from(c.table), dims)) : undefined;
  const found = tailOrigins(norms, positions, 6);
  expect(c.origins.length).toBeGreaterThan(0);
  expect(found.map(({ dim, gammas, betas }) => ({ dim, gammas, betas }))).toEqual(
    c.origins.map(({ dim, gammas, betas }) => ({ dim, gammas, betas })),
  );
  for (const [i, { position }] of c.origins.entries()) {
    if (position === null) expect(found[i]?.position).toBeUndefined();
    else expect(found[i]?.position).toBeCloseTo(position, 9);
  }
});

/** Forty dimensions that alternate around 0, with one of another value. */
function vector(dim: number, value: number): Float32Array {
  const values = Float32Array.from({ length: 40 }, (_, d) => (d % 2 === 0 ? 0.1 : -0.1));
  values[dim] = value;
  return values;
}

describe('the largest magnitudes of a vector', () => {
  it('come with their sign and with how far they stand from the rest', () => {
    const [first, ...others] = largestMagnitudes(vector(7, -3), 3);
    expect(first).toMatchObject({ dim: 7, value: -3 });
    expect(first?.z).toBeLessThan(-5);
    expect(others.map(({ dim }) => dim)).toEqual([0, 1]);
  });
  it('are as many as there are dimensions at most', () => {
    expect(largestMagnitudes(Float32Array.of(1, 2), 5).map(({ dim }) => dim)).toEqual([1, 0]);
  });
});

describe('the origins of tails', () => {
  const norms = [
    { gamma: vector(3, 2), beta: vector(7, -2) },
    { gamma: vector(3, 2), beta: vector(7, -2) },
    { gamma: vector(0, 0.1), beta: vector(7, 2) },
  ];
  it('are the dimensions out of line in most scales and shifts', () => {
    expect(tailOrigins(norms, undefined, 5)).toEqual([
      { dim: 7, gammas: 0, betas: 3, position: undefined },
      { dim: 3, gammas: 2, betas: 0, position: undefined },
    ]);
  });
  it('include what only the position embeddings have out of line, last', () => {
    const origins = tailOrigins(norms, vector(20, 5), 5);
    expect(origins.map(({ dim }) => dim)).toEqual([7, 3, 20]);
    expect(origins[2]?.position).toBeGreaterThan(5);
    expect(tailOrigins(norms, vector(20, 5), 1).map(({ dim }) => dim)).toEqual([7]);
  });
  it('are none where nothing is out of line', () => {
    expect(tailOrigins([{ gamma: vector(0, 0.1), beta: vector(0, 0.1) }], undefined, 5)).toEqual([]);
    expect(tailOrigins([], undefined, 5)).toEqual([]);
  });
});

it('the mean of each column of a table', () => {
  expect([...columnMeans(Float32Array.of(1, 2, 3, 4, 5, 6), 2)]).toEqual([3, 4]);
  expect([...columnMeans(new Float32Array(), 3)]).toEqual([0, 0, 0]);
});
