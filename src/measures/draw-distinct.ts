import type { Random } from '../core/random.ts';

/**
 * `count` different whole numbers below `size`, every such set as likely (Floyd's algorithm: one draw
 * a number, however large the size). Their order is not random.
 */
export function drawDistinct(size: number, count: number, random: Random): number[] {
  const drawn = new Set<number>();
  for (let last = size - count; last < size; last++) {
    const candidate = Math.floor(random() * (last + 1));
    drawn.add(drawn.has(candidate) ? last : candidate);
  }
  return [...drawn];
}
