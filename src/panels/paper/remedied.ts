import { subsetScores } from '../../measures/subset-scores.ts';
import { heldRemedy, type HeldRemedy } from '../../paper/held-remedies.ts';
import type { StsRequest, StsResult } from '../../protocol/experiments/sts.ts';
import type { LoadedModel } from '../../protocol/model.ts';
import { memo, memoOf } from '../../store/memo.ts';
import { selectModel } from '../../store/model.ts';
import { selectData } from '../../store/trials/data-of.ts';
import { TRIALS } from '../../store/trials/kinds.ts';
import type { TrialData } from '../../store/trials/trial.ts';
import type { Specials, State } from '../../store/state.ts';

/** The pairs of sentences with their vectors treated so; undefined until that is asked for, and the pairs and a model are there. */
function requestFor(kind: HeldRemedy): (state: State) => StsRequest | undefined {
  const request = memo(
    (
      data: TrialData['sts'],
      name: string,
      specials: Specials,
      seed: number,
      { dims }: LoadedModel,
    ): StsRequest =>
      TRIALS.sts.request(
        data,
        {
          treatment: { cut: [], where: 'after', remedy: heldRemedy(kind, dims) },
          specials,
          seed,
          columns: [],
        },
        name,
      ),
  );
  return (state) => {
    const named = state.paperRuns.includes('whiten') ? selectData('sts', state) : undefined;
    const model = selectModel(state);
    return named && model && request(named.data, named.name, state.specials, state.seed, model);
  };
}

export const selectRemedied: Readonly<Record<HeldRemedy, (state: State) => StsRequest | undefined>> = {
  whiten: requestFor('whiten'),
  standardize: requestFor('standardize'),
  top: requestFor('top'),
};

/** Spearman's correlation × 100 after the treatment, by layer. */
export const treatedScores = memoOf(({ after, scores, starts }: StsResult): readonly number[] =>
  Array.from(
    { length: after.length / scores.length },
    (_, layer) =>
      subsetScores(after.subarray(layer * scores.length, (layer + 1) * scores.length), scores, starts)
        .spearman.all,
  ),
);
