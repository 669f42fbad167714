/** Which of the pairs are listed. */
export const SHOWS = ['all', 'wrong', 'changed'] as const;
export type Show = (typeof SHOWS)[number];

/** One pair as a threshold tells it. */
export interface Verdict {
  /** Number among the measured pairs. */
  readonly pair: number;
  readonly before: number;
  readonly after: number | undefined;
  readonly rightBefore: boolean;
  /** As `rightBefore` without a cut. */
  readonly rightAfter: boolean;
}

/**
 * Each pair's cosines in one layer, and whether "same sense above the threshold" tells it right.
 * @param same 1 where the sense is the same
 */
export function verdicts(
  before: ArrayLike<number>,
  after: ArrayLike<number> | undefined,
  same: ArrayLike<number>,
  threshold: number,
): readonly Verdict[] {
  const right = (cosine: number, pair: number): boolean => cosine > threshold === (same[pair] === 1);
  return Array.from(same, (_, pair) => {
    const whole = before[pair] ?? NaN;
    const left = after?.[pair];
    const rightBefore = right(whole, pair);
    return {
      pair,
      before: whole,
      after: left,
      rightBefore,
      rightAfter: left === undefined ? rightBefore : right(left, pair),
    };
  });
}

export function isShown({ rightBefore, rightAfter }: Verdict, show: Show): boolean {
  if (show === 'all') return true;
  return show === 'wrong' ? !rightAfter : rightBefore !== rightAfter;
}
