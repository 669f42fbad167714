import type { Caller } from '../caller.ts';
import type { AppStore } from '../store.ts';
import { followTrial, type TrialFollower } from './follow-trial.ts';
import type { TrialId } from './trial.ts';

export type TrialDesk = Readonly<Record<TrialId, TrialFollower>>;

/** Keeps every experiment at what is asked of it. */
export function followTrials(store: AppStore, caller: Caller): TrialDesk {
  return {
    // what a person plays with goes first
    play: followTrial(store, caller, 'play'),
    own: followTrial(store, caller, 'own'),
    wic: followTrial(store, caller, 'wic'),
    words: followTrial(store, caller, 'words'),
    wsd: followTrial(store, caller, 'wsd'),
    geometry: followTrial(store, caller, 'geometry'),
    trees: followTrial(store, caller, 'trees'),
    sts: followTrial(store, caller, 'sts'),
    labels: followTrial(store, caller, 'labels'),
  };
}
