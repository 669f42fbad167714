import { cosinesOf } from '../../../measures/cosines-of.ts';
import { distancesOf, type Distance } from '../../../measures/neighbour-distances.ts';
import type { TaskFigures } from '../../../protocol/experiments/compare.ts';
import type { TrialId, Trials } from '../../trials/trial.ts';
import { stsScoresOf } from './sts.ts';
import { treeScoresOf } from './trees.ts';
import { wicGridOf } from './wic.ts';

/** Experiments whose figures after a cut follow from the columns that came with the answer. */
export type DowndatedId = 'wic' | 'sts' | 'trees';

export function isDowndated(id: TrialId): id is DowndatedId {
  return id === 'wic' || id === 'sts' || id === 'trees';
}

/**
 * The figures of one of them with some dimensions cut, as the worker's `task-scores` gives them; no layers until it is answered.
 * @param distance between neighbouring words, for trees
 * @throws RangeError when a column is missing
 */
export function figuresAfterCut(
  id: DowndatedId,
  trials: Pick<Trials, DowndatedId>,
  cut: readonly number[],
  distance: Distance,
): TaskFigures {
  switch (id) {
    case 'wic': {
      const result = trials.wic.answer?.result;
      if (!result) return NOTHING;
      const { sample, columns } = result.before;
      const { bestByLayer, auc } = wicGridOf(cosinesOf(sample, columns, cut), result);
      return { scores: Float64Array.from(bestByLayer, ({ accuracy }) => accuracy), others: { auc } };
    }
    case 'sts': {
      const result = trials.sts.answer?.result;
      if (!result) return NOTHING;
      const { sample, columns } = result.before;
      const scores = stsScoresOf(cosinesOf(sample, columns, cut), result);
      return {
        scores: Float64Array.from(scores, ({ spearman }) => spearman.all),
        others: { pearson: Float64Array.from(scores, ({ pearson }) => pearson.all) },
      };
    }
    case 'trees': {
      const { answer } = trials.trees;
      if (!answer) return NOTHING;
      const scores = treeScoresOf(distancesOf(distance, answer.result.before, cut), answer);
      return { scores: Float64Array.from(scores), others: {} };
    }
  }
}

const NOTHING: TaskFigures = { scores: new Float64Array(), others: {} };
