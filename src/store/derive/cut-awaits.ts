import type { State } from '../state.ts';
import { selectAnisotropy } from './cosines.ts';
import { selectEffectiveCut } from './effective-cut.ts';

/** What a cut is waiting for before there is an "after": nothing of it comes by itself but the first two. */
export type CutAwaits = 'answer' | 'model' | 'no-model' | 'failed';

/** Why the cut on screen has no "after" yet; undefined where it has one, or nothing is cut. */
export function selectCutAwaits(state: State): CutAwaits | undefined {
  const cosines = selectAnisotropy(state);
  if (!cosines || cosines.after || selectEffectiveCut(state).length === 0) return undefined;
  const { model, failure, running, runningInside } = state;
  if (model.kind === 'loading') return 'model';
  if (model.kind !== 'ready') return 'no-model';
  return failure && !running && !runningInside ? 'failed' : 'answer';
}
