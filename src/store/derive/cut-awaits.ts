import type { State } from '../state.ts';
import { selectAnisotropy } from './cosines.ts';
import { selectTreats } from '../treatments.ts';
import { selectBaseRun } from '../wanted.ts';

/** What a cut is waiting for before there is an "after": nothing of it comes by itself but the first two. */
export type CutAwaits = 'answer' | 'model' | 'no-model' | 'failed';

/** Why a side of the comparison on screen is not there yet; undefined where both are, or nothing is compared. */
export function selectCutAwaits(state: State): CutAwaits | undefined {
  const cosines = selectAnisotropy(state);
  if (cosines ? !selectTreats(state) || cosines.after : !state.before || !selectBaseRun(state))
    return undefined;
  const { model, failure, running, runningInside, runningBased } = state;
  if (model.kind === 'loading') return 'model';
  if (model.kind !== 'ready') return 'no-model';
  return failure && !running && !runningInside && !runningBased ? 'failed' : 'answer';
}
