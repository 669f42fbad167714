import type { RunnerUps } from './runner-ups.ts';

export interface ExtremesLeft {
  /** Vectors whose extreme among the dimensions left is each of these, [dims]. */
  readonly counts: Uint32Array;
  /** Vectors of which both the extreme and the next to it are cut: theirs lies deeper than was counted. */
  readonly beyond: number;
}

/**
 * Which dimension is the extreme of how many vectors once some are cut, in one layer. A cut dimension is out of
 * the contest (its zero does not compete), so a vector whose extreme is cut passes to its runner-up.
 * @param counts vectors whose extreme is each dimension before the cut, [dims]
 */
export function extremesAfterCut(
  counts: Uint32Array,
  { starts, extreme, next, count }: RunnerUps,
  layer: number,
  cut: ReadonlySet<number>,
): ExtremesLeft {
  const left = counts.slice();
  let beyond = 0;
  for (const d of cut) left[d] = 0;
  const [from, to] = [starts[layer] ?? 0, starts[layer + 1] ?? 0];
  // pairs are sorted by extreme: a switch looks at those of the cut dimensions alone
  for (const d of cut) {
    for (let p = lowerBound(extreme, d, from, to); p < to && extreme[p] === d; p++) {
      const heir = next[p] ?? 0;
      if (cut.has(heir)) beyond += count[p] ?? 0;
      else left[heir] = (left[heir] ?? 0) + (count[p] ?? 0);
    }
  }
  return { counts: left, beyond };
}

/** First place in sorted[from .. to) whose value is not below `value`, or `to`. */
function lowerBound(sorted: Uint16Array, value: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
