import type { ScoredPair, ScoredSubset } from '../../datasets/index.ts';
import type { Answer } from '../../store/trials/trial.ts';

/** The pairs that were measured, in the order of the answer's cosines. */
export function measuredPairs({ asked, result }: Answer<'sts'>): readonly ScoredPair[] {
  return pairsOf(asked.data, result.measured);
}

/** @param measured index of each among all pairs, subset after subset */
export function pairsOf(data: readonly ScoredSubset[], measured: Uint32Array): readonly ScoredPair[] {
  const all = data.flatMap(({ pairs }) => pairs);
  return Array.from(measured).flatMap((p) => all[p] ?? []);
}
