import type { Columns } from '../../../measures/cosine-sample.ts';
import { cosinesOf } from '../../../measures/cosines-of.ts';
import type { HeldColumns } from '../../../protocol/experiments/held-columns.ts';
import { memo } from '../../memo.ts';
import type { State } from '../../state.ts';
import { isDowndate, isNothing, sameTreatment, selectTreatment } from '../../trials/treatment.ts';
import type { Pair } from '../cosines.ts';

const NO_COLUMNS: Columns = new Map();
const UNCUT: readonly number[] = [];

/** Experiments on pairs of vectors. */
type PairTrial = 'wic' | 'sts' | 'play';

/** The cosines of one experiment's pairs before and after the cut, [layers, pairs]: by downdate, or as the worker answered. */
export function pairCosinesOf(id: PairTrial): (state: State) => Pair<Float64Array> | undefined {
  const whole = memo(({ sample }: HeldColumns) => cosinesOf(sample, NO_COLUMNS, UNCUT));
  const downdated = memo(({ sample, columns }: HeldColumns, cut: readonly number[]) =>
    cosinesOf(sample, columns, cut),
  );
  const pair = memo((before: Float64Array, after: Float64Array | undefined) => ({ before, after }));
  return (state) => {
    const { answer } = state.trials[id];
    if (!answer) return undefined;
    const { asked, result } = answer;
    const wanted = selectTreatment(state);
    const before = whole(result.before);
    if (isNothing(wanted)) return pair(before, undefined);
    if (sameTreatment(asked.treatment, wanted)) return pair(before, result.after);
    const known = isDowndate(asked.columns, wanted);
    return pair(before, known ? downdated(result.before, wanted.cut) : undefined);
  };
}
