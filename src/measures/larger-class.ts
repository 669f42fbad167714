/**
 * What always giving the same answer tells right of what is so or not so: the share of the larger of the two classes.
 * @param positive 1 for what is so
 * @returns from .5 to 1; NaN without items
 */
export function largerClassShare(positive: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < positive.length; i++) if (positive[i] === 1) count++;
  return Math.max(count, positive.length - count) / positive.length;
}
