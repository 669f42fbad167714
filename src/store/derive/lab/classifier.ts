import { memo } from '../../memo.ts';
import type { State } from '../../state.ts';
import { isNothing, sameTreatment, selectTreatment } from '../../trials/treatment.ts';
import type { Pair } from '../cosines.ts';

const pair = memo((before: Float64Array, after: Float64Array | undefined) => ({ before, after }));

/** Share of sentences that a classifier tells right, by layer; `after` of one trained on cut vectors. */
export function selectAccuracies(state: State): Pair<Float64Array> | undefined {
  const { answer } = state.trials.labels;
  if (!answer) return undefined;
  const wanted = selectTreatment(state);
  const answered = !isNothing(wanted) && sameTreatment(answer.asked.treatment, wanted);
  return pair(answer.result.before, answered ? answer.result.after : undefined);
}
