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
  const end = starts[layer + 1] ?? 0;
  for (let p = starts[layer] ?? 0; p < end; p++) {
    if (!cut.has(extreme[p] ?? -1)) continue;
    const heir = next[p] ?? 0;
    if (cut.has(heir)) beyond += count[p] ?? 0;
    else left[heir] = (left[heir] ?? 0) + (count[p] ?? 0);
  }
  return { counts: left, beyond };
}
