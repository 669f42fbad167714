import type { Random } from '../core/random.ts';

/**
 * `count` different whole numbers below `size`, every such set as likely (Floyd's algorithm: one draw
 * a number, however large the size; two above 2^32, which is as many values as a draw has). Their order is
 * not random.
 */
export function drawDistinct(size: number, count: number, random: Random): number[] {
  const drawn = new Set<number>();
  for (let last = size - count; last < size; last++) {
    const candidate = Math.floor(uniform(last + 1, random) * (last + 1));
    drawn.add(drawn.has(candidate) ? last : candidate);
  }
  return [...drawn];
}

/** In [0, 1), fine enough for so many different values: 32 bits, or 53. */
function uniform(size: number, random: Random): number {
  const first = random();
  if (size <= 2 ** 32) return first;
  return (Math.floor(first * 2 ** 21) * 2 ** 32 + Math.floor(random() * 2 ** 32)) / 2 ** 53;
}
