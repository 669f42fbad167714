import type { ModelCard, TrainingReport } from '../../checkpoint/index.ts';
import { closestLeader, tailBirths, type ClosestLeader, type TailBirth } from '../../measures/tail-birth.ts';
import { DEFAULT_TAIL_RULE } from '../../measures/tail-rule.ts';
import type { CardedModel } from '../../store/derive/carded-models.ts';
import type { Thresholds } from '../../store/state.ts';

/** A model with a card, and what its reports say of its tails. */
export interface ModelRecord {
  readonly key: string;
  readonly name: string;
  readonly inUse: boolean;
  readonly card: ModelCard;
  /** Tails of the last report, the oldest first. */
  readonly births: readonly TailBirth[];
  /** Where there is none: what comes closest. */
  readonly closest: ClosestLeader | undefined;
}

/** The models whose card could be read, measured by the rule as it is set. */
export function recordsOf(models: readonly CardedModel[], thresholds: Thresholds): readonly ModelRecord[] {
  const rule = { ...DEFAULT_TAIL_RULE, ...thresholds };
  return models.flatMap(({ key, name, inUse, card: state }) => {
    if (state.kind !== 'ready') return [];
    const { card } = state;
    const births = tailBirths(
      card.curve.map(({ layers }) => layers),
      rule,
    );
    const last = card.curve.at(-1);
    return [{ key, name, inUse, card, births, closest: last && closestLeader(last.layers, rule) }];
  });
}

/** The oldest tail of a model, which its titles speak of. */
export function firstTail({ births }: ModelRecord): TailBirth | undefined {
  return births[0];
}

/** The report from which on a tail is one. */
export function reportAt({ card }: ModelRecord, at: number): TrainingReport | undefined {
  return card.curve[at];
}

/** Tokens at which a run was taken up again with a fresh optimizer. */
export function breaksOf({ card: { training, curve } }: ModelRecord): readonly number[] {
  return (training?.stages ?? []).flatMap(({ fromStep }) => {
    if (fromStep === 0) return [];
    // a report at the step itself, else the tokens that the steps before it took
    const report = curve.find(({ step }) => step >= fromStep);
    if (!report || report.step === 0) return [];
    return [(report.tokens * fromStep) / report.step];
  });
}
