import { ranks } from './ranks.ts';

/**
 * How far each item's rank in one list lies from its rank in another, as a share of the way from the first to the last:
 * positive where it ranks higher in the first. Equal values share the average of their ranks.
 * @returns zeros for fewer than two items
 */
export function rankGaps(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
  const [ofX, ofY] = [ranks(x), ranks(y)];
  const way = Math.max(1, ofX.length - 1);
  return Float64Array.from(ofX, (rank, i) => (rank - (ofY[i] ?? NaN)) / way);
}
