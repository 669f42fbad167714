import { ranks } from './ranks.ts';

/**
 * Pearson's correlation of two lists of the same length.
 * @returns NaN where one of them is constant, shorter than two, or has a NaN: then there is none
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length;
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < n; i++) {
    meanX += (x[i] ?? NaN) / n;
    meanY += (y[i] ?? NaN) / n;
  }
  let xx = 0;
  let yy = 0;
  let xy = 0;
  let sizeX = 0;
  let sizeY = 0;
  for (let i = 0; i < n; i++) {
    const a = (x[i] ?? NaN) - meanX;
    const b = (y[i] ?? NaN) - meanY;
    xx += a * a;
    yy += b * b;
    xy += a * b;
    sizeX = Math.max(sizeX, Math.abs(x[i] ?? NaN));
    sizeY = Math.max(sizeY, Math.abs(y[i] ?? NaN));
  }
  // what rounding leaves of a constant list is no spread
  if (!(Math.sqrt(xx / n) > 1e-14 * sizeX) || !(Math.sqrt(yy / n) > 1e-14 * sizeY)) return NaN;
  return Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy)));
}

/**
 * Spearman's rank correlation: Pearson's of the ranks, equal values sharing the average of theirs.
 * @returns NaN where one of them is constant, shorter than two, or has a NaN
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return pearson(ranks(x), ranks(y));
}
