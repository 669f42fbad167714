import type { Treatment } from '../../../protocol/experiments/treatment.ts';
import type { Response } from '../../../protocol/messages.ts';
import { memo } from '../../memo.ts';
import type { State } from '../../state.ts';
import { isNothing, sameTreatment, selectBase, selectTreatment } from '../../treatments.ts';
import { isDowndate } from '../../trials/treatment.ts';
import type { Answer, MessageOf, Trial, TrialId } from '../../trials/trial.ts';
import { sameVectors } from '../../trials/wanted-trial.ts';
import type { Pair } from '../cosines.ts';

/** How one experiment's answer tells a value of vectors as they are, as the worker treated them, and cut by downdate. */
export interface Telling<K extends TrialId, T> {
  readonly whole: (result: Response<MessageOf<K>>) => T | undefined;
  readonly treated: (result: Response<MessageOf<K>>) => T | undefined;
  /** Left out where columns do not tell it; undefined where this answer's do not. */
  readonly cut?: (result: Response<MessageOf<K>>, dims: readonly number[]) => T | undefined;
}

/**
 * A value before and after what is done to the vectors, from whichever answer tells each; undefined until what is before it has
 * come. The same objects until an answer or a treatment changes.
 */
export function comparedBy<K extends TrialId, T>(
  id: K,
  telling: Telling<K, T>,
): (state: State) => Pair<T> | undefined {
  const before = sideOf(telling);
  const after = sideOf(telling);
  const pair = memo((one: T, other: T | undefined): Pair<T> => ({ before: one, after: other }));
  return (state) => {
    const trial: Trial<K> = state.trials[id];
    const [base, treatment] = [selectBase(state), selectTreatment(state)];
    const one = before(trial, base);
    if (one === undefined) return undefined;
    return pair(one, sameTreatment(base, treatment) ? undefined : after(trial, treatment));
  };
}

function sideOf<K extends TrialId, T>({ whole, treated, cut }: Telling<K, T>) {
  const asItIs = memo(whole);
  const asTreated = memo(treated);
  const downdated = cut && memo(cut);
  return ({ answer, base }: Trial<K>, side: Treatment): T | undefined => {
    if (!answer) return undefined;
    if (isNothing(side)) return asItIs(answer.result);
    const told = [answer, base].find((one) => one && tells(one, answer, side));
    if (told) return asTreated(told.result);
    return downdated && isDowndate(answer.asked.columns, side)
      ? downdated(answer.result, side.cut)
      : undefined;
  };
}

/** Whether an answer of the same vectors, and of the same part of them, was asked for this treatment. */
function tells<K extends TrialId>({ asked }: Answer<K>, shown: Answer<K>, side: Treatment): boolean {
  const same = sameVectors(asked, shown.asked) && asked.stopAt === shown.asked.stopAt;
  return same && sameTreatment(asked.treatment, side);
}
