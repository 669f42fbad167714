import { ranks } from './ranks.ts';

/**
 * How often a score is higher for something that is so than for something that is not, over all such pairs, a tie counting
 * half: the area under the ROC curve. 1 is a perfect order, .5 chance; it needs no threshold.
 * @param positive 1 for what is so, 0 for what is not
 * @returns NaN where one of the two is missing, or a score is NaN
 * @see Mann and Whitney 1947
 */
export function areaUnderCurve(scores: ArrayLike<number>, positive: ArrayLike<number>): number {
  const ranked = ranks(scores);
  let positives = 0;
  let sum = 0;
  for (let i = 0; i < ranked.length; i++) {
    if (positive[i] !== 1) continue;
    positives++;
    sum += ranked[i] ?? NaN;
  }
  const negatives = ranked.length - positives;
  if (positives === 0 || negatives === 0) return NaN;
  return (sum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
