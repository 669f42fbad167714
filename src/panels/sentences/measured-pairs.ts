import type { ScoredPair } from '../../datasets/index.ts';
import type { Answer } from '../../store/trials/trial.ts';

/** The pairs that were measured, in the order of the answer's cosines. */
export function measuredPairs({ asked, result }: Answer<'sts'>): readonly ScoredPair[] {
  const all = asked.data.flatMap(({ pairs }) => pairs);
  return Array.from(result.measured).flatMap((p) => all[p] ?? []);
}
