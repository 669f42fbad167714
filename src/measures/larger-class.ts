/**
 * What always giving the same answer tells right of what is so or not so: the share of the larger of the two classes.
 * @param positive 1 for what is so
 * @returns from .5 to 1; NaN without items
 */
export function largerClassShare(positive: ArrayLike<number>): number {
  const count = Array.from(positive).filter((one) => one === 1).length;
  return Math.max(count, positive.length - count) / positive.length;
}
