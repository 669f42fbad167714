import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { applyRemedy } from './apply-remedy.ts';
import { fitRemedy } from './fit-remedy.ts';
import type { Remedy } from './remedy.ts';
import { SecondMoments } from './second-moments.ts';

const Numbers = v.array(v.number());
const Fixture = v.object({
  remedies: v.array(
    v.object({
      dims: v.number(),
      data: Numbers,
      kept: v.number(),
      center: Numbers,
      standardize: Numbers,
      top: v.object({ '1': Numbers, '3': Numbers }),
      whiteProducts: Numbers,
    }),
  ),
});
const path = new URL('fixtures/experiments.json', import.meta.url);
const { remedies } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

function momentsOf(data: ArrayLike<number>, dims: number, products: 'all' | 'squares'): SecondMoments {
  const moments = new SecondMoments(1, dims, products);
  const count = data.length / dims;
  const sum = new Float64Array(dims);
  const size = products === 'all' ? dims : 1;
  const sums = new Float64Array(dims * size);
  for (let row = 0; row < count; row++) {
    for (let d = 0; d < dims; d++) {
      const x = data[row * dims + d] ?? 0;
      sum[d] = (sum[d] ?? 0) + x;
      for (let e = 0; e < size; e++) {
        const other = size === 1 ? x : (data[row * dims + e] ?? 0);
        sums[d * size + e] = (sums[d * size + e] ?? 0) + x * other;
      }
    }
  }
  moments.add(0, count, sum, sums);
  return moments;
}

function treated(data: readonly number[], dims: number, remedy: Remedy): Float32Array {
  const fitted = fitRemedy(
    remedy,
    momentsOf(data, dims, remedy.kind === 'center' || remedy.kind === 'standardize' ? 'squares' : 'all'),
    0,
  );
  const vectors = Float32Array.from(data);
  applyRemedy(fitted, vectors);
  return vectors;
}

function expectClose(found: ArrayLike<number>, exact: readonly number[], within = 2e-5): void {
  expect(found).toHaveLength(exact.length);
  exact.forEach((value, i) => {
    expect(Math.abs((found[i] ?? NaN) - value)).toBeLessThan(within * Math.max(1, Math.abs(value)));
  });
}

describe.each(remedies.map((one, i) => ({ i, ...one })))('a remedy, as NumPy has it, case $i', (one) => {
  const { dims, data } = one;

  it('takes the mean away', () => {
    expectClose(treated(data, dims, { kind: 'center' }), one.center);
  });

  it('standardizes each dimension, and leaves one that never moves at zero', () => {
    expectClose(treated(data, dims, { kind: 'standardize' }), one.standardize);
  });

  it.each([1, 3] as const)('takes the mean and the first %i principal components away', (components) => {
    expectClose(treated(data, dims, { kind: 'top', components }), one.top[components]);
  });

  it('whitens: every product of two vectors, with directions that have no variance dropped', () => {
    const fitted = fitRemedy({ kind: 'whiten' }, momentsOf(data, dims, 'all'), 0);
    if (fitted.kind !== 'whiten') throw new Error('another remedy');
    const vectors = Float32Array.from(data);
    applyRemedy(fitted, vectors);
    const count = data.length / dims;
    const white = Float64Array.from({ length: count * dims }, (_, i) => {
      const row = Math.floor(i / dims) * dims;
      const axis = (i % dims) * dims;
      let sum = 0;
      for (let d = 0; d < dims; d++) sum += (vectors[row + d] ?? 0) * (fitted.components[axis + d] ?? 0);
      return sum;
    });
    const products = Array.from({ length: count * count }, (_, i) => {
      const [x, y] = [Math.floor(i / count) * dims, (i % count) * dims];
      let sum = 0;
      for (let d = 0; d < dims; d++) sum += (white[x + d] ?? 0) * (white[y + d] ?? 0);
      return sum;
    });
    expectClose(products, one.whiteProducts, 1e-4);
    const dropped = Array.from({ length: dims }, (_, axis) =>
      fitted.components.subarray(axis * dims, (axis + 1) * dims).every((value) => value === 0),
    ).filter(Boolean);
    expect(dims - dropped.length).toBe(one.kept);
  });

  it('is the same from moments merged as from all vectors at once', () => {
    const cut = 7 * dims;
    const merged = momentsOf(data.slice(0, cut), dims, 'all');
    merged.merge(momentsOf(data.slice(cut), dims, 'all'));
    const whole = momentsOf(data, dims, 'all');
    expectClose(merged.covariance(0), [...whole.covariance(0)], 1e-12);
    expectClose(merged.mean(0), [...whole.mean(0)], 1e-12);
  });
});

it('asked for more components than there are dimensions, leaves nothing', () => {
  const data = [1, 2, 3, 5, 4, 1, 0, 2];
  expectClose(treated(data, 2, { kind: 'top', components: 9 }), Array<number>(8).fill(0));
});
