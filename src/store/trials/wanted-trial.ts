import { selectModel } from '../model.ts';
import type { State } from '../state.ts';
import { selectData } from './data-of.ts';
import { TRIALS } from './kinds.ts';
import { selectTreatment } from '../treatments.ts';
import { columnsFor } from './treatment.ts';
import type { Asked, TrialId } from './trial.ts';

/** Whether the view that is open shows the experiment: its own, or the Paper view once it was asked for there. */
export function isMeasured(id: TrialId, { view, paperRuns }: State): boolean {
  return TRIALS[id].views.includes(view) || (view === 'paper' && paperRuns.some((run) => run === id));
}

/** What is to be measured now; undefined while the view is closed, or without data or a model. */
export function wantedTrial<K extends TrialId>(id: K, state: State): Asked<K> | undefined {
  if (!isMeasured(id, state)) return undefined;
  const model = selectModel(state);
  const named = selectData(id, state);
  if (!model || !named) return undefined;
  const { specials, seed } = state;
  const treatment = selectTreatment(state);
  return { ...named, specials, seed, model, treatment, columns: columnsFor(id, named.data, model, state) };
}

/** Whether both are of the same vectors, whatever is done to them. */
export function sameVectors<K extends TrialId>(a: Asked<K>, b: Asked<K>): boolean {
  return a.data === b.data && a.specials === b.specials && a.seed === b.seed && a.model === b.model;
}

/** Whether what is on screen answers older data, settings or another model. */
export function isOlder(id: TrialId, state: State): boolean {
  const { answer } = state.trials[id];
  const wanted = wantedTrial(id, state);
  return answer !== undefined && wanted !== undefined && !sameVectors<TrialId>(answer.asked, wanted);
}
