import type { Change, Findings } from '../../paper/findings.ts';
import type { Pair } from '../../store/derive/cosines.ts';
import { selectAccuracies } from '../../store/derive/lab/classifier.ts';
import { selectAdjustedSimilarity } from '../../store/derive/lab/self-similarity.ts';
import { selectStsScores } from '../../store/derive/lab/sts.ts';
import { selectTreeScores } from '../../store/derive/lab/trees.ts';
import { selectWicGrids, type WicGrid } from '../../store/derive/lab/wic.ts';
import { selectSenseAccuracies } from '../../store/derive/lab/wsd.ts';
import type { DataId } from '../../store/data/experiment-data.ts';
import { memo } from '../../store/memo.ts';
import { selectModel } from '../../store/model.ts';
import type { State } from '../../store/state.ts';
import { partOf } from '../../store/trials/trial.ts';
import { isNothing, selectTreatment } from '../../store/treatments.ts';

/** A derived pair as a finding, by layer: nothing while the answer is another model's or of a part of the data, or the cut's is awaited. */
function finding<T>(
  id: DataId,
  select: (state: State) => Pair<T> | undefined,
  byLayer: (values: T) => readonly number[],
): (state: State) => Change | undefined {
  const written = memo((pair: Pair<T>): Change => ({
    before: byLayer(pair.before),
    after: pair.after === undefined ? undefined : byLayer(pair.after),
  }));
  return (state) => {
    const pair = current(id, select, state);
    return pair && written(pair);
  };
}

function current<T>(
  id: DataId,
  select: (state: State) => Pair<T> | undefined,
  state: State,
): Pair<T> | undefined {
  const { answer } = state.trials[id];
  if (!answer || partOf<DataId>(answer) || answer.asked.model !== selectModel(state)) return undefined;
  const pair = select(state);
  const awaited = pair?.after === undefined && !isNothing(selectTreatment(state));
  return awaited ? undefined : pair;
}

const best = memo(({ before, after }: Pair<WicGrid>): Findings['wic'] => ({
  before: before.best,
  after: after?.best,
}));

export const selectSelfSimilarityFinding = finding('words', selectAdjustedSimilarity, Array.from<number>);
export const selectSenseFinding = finding('wsd', selectSenseAccuracies, (layers) =>
  layers.map(({ macro }) => macro),
);
export const selectStsFinding = finding('sts', selectStsScores, (layers) =>
  layers.map(({ spearman }) => spearman.all),
);
export const selectSyntaxFinding = finding('trees', selectTreeScores, (scores) => scores);
export const selectClassifierFinding = finding('labels', selectAccuracies, Array.from<number>);

export function selectWicFinding(state: State): Findings['wic'] {
  const pair = current('wic', selectWicGrids, state);
  return pair && best(pair);
}
