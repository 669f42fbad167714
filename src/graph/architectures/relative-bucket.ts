/** Buckets for each direction, and of these the ones that hold a single distance. */
const BUCKETS = 16;
const EXACT = BUCKETS / 2;

/** All distances from here on are in the last bucket. */
export const FURTHEST = 128;

/**
 * The row of MPNet's table for a key so many places after the query (before it, when negative):
 * every near distance has its own, far ones share one by the logarithm of their distance.
 * @returns 0..31, the second half for keys that come after
 */
export function relativeBucket(distance: number): number {
  const direction = distance > 0 ? BUCKETS : 0;
  const far = Math.abs(distance);
  if (far < EXACT) return direction + far;
  const steps = Math.floor((Math.log(far / EXACT) / Math.log(FURTHEST / EXACT)) * (BUCKETS - EXACT));
  return direction + Math.min(EXACT + steps, BUCKETS - 1);
}
