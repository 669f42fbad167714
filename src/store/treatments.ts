import { remedyName, type Remedy } from '../measures/remedy.ts';
import type { Treatment } from '../protocol/experiments/treatment.ts';
import { selectEffectiveCut } from './derive/effective-cut.ts';
import { memo } from './memo.ts';
import type { CutWhere, State } from './state.ts';

const treatmentOf = () =>
  memo((cut: readonly number[], where: CutWhere, remedy: Remedy | undefined): Treatment => ({
    cut,
    where,
    ...(remedy && { remedy }),
  }));
const treatment = treatmentOf();
const base = treatmentOf();
const switched = treatmentOf();
const UNCUT: readonly number[] = [];

/** What the cut bar asks to be done to vectors; the same object until it is moved. */
export function selectTreatment(state: State): Treatment {
  return treatment(selectEffectiveCut(state), state.where, selectRemedy(state));
}

/** What that is compared with: nothing done, unless a person chose something. */
export function selectBase(state: State): Treatment {
  const { against, againstCut, cut, where } = state;
  if (!takesRemedies(state)) return base(UNCUT, where, undefined);
  return base(against.cut ? (againstCut ?? cut) : UNCUT, against.where ?? where, against.remedy);
}

/** The treatment with the switched dimensions themselves, where the control has others in their place. */
export function selectSwitched(state: State): Treatment {
  return switched(state.cut, state.where, selectRemedy(state));
}

/**
 * Whether the view takes the bar's remedies: the claims of the paper are about cuts alone, origins are of vectors as they are,
 * words are guessed by the network itself, and the sides of a comparison have remedies of their own.
 */
export function takesRemedies({ view }: Pick<State, 'view'>): boolean {
  return !WITHOUT_REMEDIES.some((one) => one === view);
}

/** Views that leave the bar's remedies be. */
const WITHOUT_REMEDIES = ['paper', 'origins', 'predict', 'compare'] as const;

function selectRemedy(state: State): Remedy | undefined {
  return takesRemedies(state) ? state.remedy : undefined;
}

/** Whether it is cuts alone that are compared with whole vectors. */
export function isPlain(state: State): boolean {
  return isNothing(selectBase(state)) && selectRemedy(state) === undefined;
}

export function isNothing({ cut, remedy }: Treatment): boolean {
  return cut.length === 0 && remedy === undefined;
}

/** Whether there is anything to compare: what is done differs from what it is compared with. */
export function selectTreats(state: State): boolean {
  return !sameTreatment(selectBase(state), selectTreatment(state));
}

/** Whether vectors have to be had anew: no columns of whole ones tell what the treatment leaves. */
export function needsRun({ cut, where, remedy }: Treatment): boolean {
  return remedy !== undefined || (where === 'inside' && cut.length > 0);
}

export function sameTreatment(a: Treatment, b: Treatment): boolean {
  if (a === b || (isNothing(a) && isNothing(b))) return true;
  if (remedyName(a.remedy) !== remedyName(b.remedy)) return false;
  const sameCut = a.cut.length === b.cut.length && a.cut.every((dim, i) => dim === b.cut[i]);
  // with nothing cut it makes no difference where
  return sameCut && (a.cut.length === 0 || a.where === b.where);
}
