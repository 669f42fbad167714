import type { RunAxis } from './run-axis.ts';

/** The last of some points at or before a place: what was known there. */
export function lastAt<P extends { readonly x: number }>(points: readonly P[], place: number): P | undefined {
  return points.findLast((point) => point.x <= place);
}

/** The place drawn nearest to x px: an index of `places`. */
export function nearestPlace(places: readonly number[], axis: RunAxis, x: number): number {
  let best = 0;
  places.forEach((place, i) => {
    if (Math.abs(axis.x(place) - x) < Math.abs(axis.x(places[best] ?? 0) - x)) best = i;
  });
  return best;
}
