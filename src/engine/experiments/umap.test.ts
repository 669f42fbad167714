import { describe, expect, it } from 'vitest';
import { seeded } from '../../core/random.ts';
import { umap } from './umap.ts';

const DIMS = 8;

/** Two heaps of vectors that point different ways. */
function heaps(size: number): Float32Array {
  const random = seeded(1);
  return Float32Array.from({ length: 2 * size * DIMS }, (_, i) => {
    const heap = i < size * DIMS ? 0 : 1;
    return 0.2 * (random() - 0.5) + (i % DIMS === heap ? 1 : 0);
  });
}

describe('UMAP', () => {
  it('lays vectors that point one way near each other, and others apart', async () => {
    const size = 30;
    const places = await umap({ data: heaps(size), dims: DIMS, seed: 1 });
    const centre = (from: number, axis: number): number =>
      Array.from({ length: size }, (_, i) => places[2 * (from + i) + axis] ?? NaN).reduce((a, b) => a + b) /
      size;
    const apart = Math.hypot(centre(0, 0) - centre(size, 0), centre(0, 1) - centre(size, 1));
    const within = Array.from({ length: size }, (_, i) =>
      Math.hypot((places[2 * i] ?? NaN) - centre(0, 0), (places[2 * i + 1] ?? NaN) - centre(0, 1)),
    );
    expect(apart).toBeGreaterThan(2 * Math.max(...within));
  });

  it('gives the same places for the same seed, and says how far it is', async () => {
    const data = heaps(10);
    const told: number[] = [];
    const first = await umap(
      { data, dims: DIMS, seed: 5 },
      { onProgress: ({ epochs, of }) => told.push(epochs / of) },
    );
    expect(await umap({ data, dims: DIMS, seed: 5 })).toEqual(first);
    expect(told.length).toBeGreaterThan(10);
    expect(told.every((part, i) => part < 1 && part >= (told[i - 1] ?? 0))).toBe(true);
  });

  it('ends where it is told to', async () => {
    let turns = 0;
    const pause = () => (++turns > 3 ? Promise.reject(new Error('enough')) : Promise.resolve());
    await expect(umap({ data: heaps(10), dims: DIMS, seed: 1 }, { pause })).rejects.toThrow('enough');
  });

  it('has a place for every vector, however few or alike', async () => {
    expect(await umap({ data: heaps(1), dims: DIMS, seed: 1 })).toEqual(new Float32Array(4));
    const alike = await umap({ data: new Float32Array(20 * DIMS).fill(1), dims: DIMS, seed: 1 });
    expect(alike).toHaveLength(40);
    expect(alike.every(Number.isFinite)).toBe(true);
    const zero = await umap({ data: new Float32Array(20 * DIMS), dims: DIMS, seed: 1 });
    expect(zero.every(Number.isFinite)).toBe(true);
  });
});
