import { seeded } from '../core/random.ts';
import { drawDistinct } from './draw-distinct.ts';

/** Draws of random dimensions: enough that the lowest and the highest say something. */
export const DRAWS = 20;

/**
 * The control for a cut: as many other dimensions, drawn again and again; one where nothing is cut.
 * @returns ascending, a list a draw; the same for the same seed
 */
export function controlDraws(dims: number, cut: readonly number[], seed: number): readonly number[][] {
  const random = seeded(seed);
  const others = Array.from({ length: dims }, (_, d) => d).filter((d) => !cut.includes(d));
  const size = Math.min(others.length, Math.max(1, cut.length));
  return Array.from({ length: DRAWS }, () =>
    drawDistinct(others.length, size, random)
      .map((i) => others[i] ?? 0)
      .sort((a, b) => a - b),
  );
}
