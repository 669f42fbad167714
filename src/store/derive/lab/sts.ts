import { rankGaps } from '../../../measures/rank-gaps.ts';
import { subsetScores, type SubsetScores } from '../../../measures/subset-scores.ts';
import type { StsResult } from '../../../protocol/experiments/sts.ts';
import { memo } from '../../memo.ts';
import type { State } from '../../state.ts';
import type { Pair } from '../cosines.ts';
import { pairCosinesOf } from './pair-cosines.ts';

/** Cosines of the pairs of sentences, [layers, pairs]. */
export const selectStsCosines = pairCosinesOf('sts');

/** Of all layers. */
export function stsScoresOf(cosines: Float64Array, { scores, starts }: StsResult): readonly SubsetScores[] {
  const pairs = scores.length;
  return Array.from({ length: cosines.length / pairs }, (_, layer) =>
    subsetScores(cosines.subarray(layer * pairs, (layer + 1) * pairs), scores, starts),
  );
}

const scoresBefore = memo(stsScoresOf);
const scoresAfter = memo(stsScoresOf);
const scores = memo(
  (
    before: readonly SubsetScores[],
    after: readonly SubsetScores[] | undefined,
  ): Pair<readonly SubsetScores[]> => ({ before, after }),
);

/** How well cosines follow people's scores, by layer. */
export function selectStsScores(state: State): Pair<readonly SubsetScores[]> | undefined {
  const cosines = selectStsCosines(state);
  const { answer } = state.trials.sts;
  if (!cosines || !answer) return undefined;
  const { before, after } = cosines;
  return scores(scoresBefore(before, answer.result), after && scoresAfter(after, answer.result));
}

const gaps = memo((cosines: Float64Array, { scores: people }: StsResult, layer: number) =>
  rankGaps(cosines.subarray(layer * people.length, (layer + 1) * people.length), people),
);

/** How far each pair's rank among the cosines lies from its rank among the scores, after the cut where one is made. */
export function selectStsGaps(state: State, layer: number): Float64Array | undefined {
  const cosines = selectStsCosines(state);
  const { answer } = state.trials.sts;
  return cosines && answer && gaps(cosines.after ?? cosines.before, answer.result, layer);
}
