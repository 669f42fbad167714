import { subsetScores } from '../../measures/subset-scores.ts';
import type { StsRequest, StsResult } from '../../protocol/experiments/sts.ts';
import { memo, memoOf } from '../../store/memo.ts';
import { selectData } from '../../store/trials/data-of.ts';
import { TRIALS } from '../../store/trials/kinds.ts';
import type { TrialData } from '../../store/trials/trial.ts';
import type { Specials, State } from '../../store/state.ts';

const request = memo((data: TrialData['sts'], name: string, specials: Specials, seed: number): StsRequest =>
  TRIALS.sts.request(
    data,
    {
      treatment: { cut: [], where: 'after', remedy: { kind: 'whiten' } },
      specials,
      seed,
      columns: [],
    },
    name,
  ),
);

/** The pairs of sentences with their vectors whitened; undefined until that is asked for and the pairs are there. */
export function selectWhitenedRequest(state: State): StsRequest | undefined {
  const named = state.paperRuns.includes('whiten') ? selectData('sts', state) : undefined;
  return named && request(named.data, named.name, state.specials, state.seed);
}

/** Spearman's correlation × 100 after the treatment, by layer. */
export const treatedScores = memoOf(({ after, scores, starts }: StsResult): readonly number[] =>
  Array.from(
    { length: after.length / scores.length },
    (_, layer) =>
      subsetScores(after.subarray(layer * scores.length, (layer + 1) * scores.length), scores, starts)
        .spearman.all,
  ),
);
