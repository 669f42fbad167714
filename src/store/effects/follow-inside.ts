import type { Exploration } from '../../protocol/exploration.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import type { LoadedModel } from '../../protocol/model.ts';
import type { Caller } from '../caller.ts';
import { selectModel } from '../model.ts';
import { begun, progressed } from '../running.ts';
import type { AppStore } from '../store.ts';
import type { Shown, State } from '../state.ts';
import { sameTreatment, selectSwitched } from '../treatments.ts';
import { exploreRequest, runAnswers, selectBaseRun, selectRun } from '../wanted.ts';
import { failureOf } from './settle.ts';

export interface InsideFollower {
  /** Runs this exploration again, once, if it is the one on screen: the worker no longer holds its vectors. */
  readonly refresh: (exploration: Exploration) => void;
}

/** One side of what is compared, and where its run is kept. */
interface Side {
  readonly shown: 'inside' | 'based';
  readonly running: 'runningInside' | 'runningBased';
  readonly wanted: (state: State) => Treatment | undefined;
}

const TREATED: Side = { shown: 'inside', running: 'runningInside', wanted: selectRun };
const BASE: Side = { shown: 'based', running: 'runningBased', wanted: selectBaseRun };

/**
 * Runs the text again as it is treated, where columns do not tell that: cut inside the network, or with a remedy fitted on it.
 * What was before stays beside it; so does what it is compared with, where that is treated itself.
 */
export function followInside(store: AppStore, caller: Caller): InsideFollower {
  const sides = [followSide(store, caller, TREATED), followSide(store, caller, BASE)];
  return {
    refresh: (exploration) => {
      for (const side of sides) side.refresh(exploration);
    },
  };
}

function followSide(store: AppStore, caller: Caller, side: Side): InsideFollower {
  let askedBefore: Shown | undefined;
  let askedOf: LoadedModel | undefined;
  let refreshed: Exploration | undefined;
  let askedFor: Treatment | undefined;
  let abort = new AbortController();

  const run = async (before: Shown, treatment: Treatment): Promise<void> => {
    const { signal } = abort;
    const newest = () => signal === abort.signal;
    store.setState({ [side.running]: begun() });
    const { sentences, of } = before.exploration;
    // of a pass that was stopped, the very same sentences
    const most = sentences < of ? { most: sentences } : {};
    try {
      const request = { ...exploreRequest(before.answers, [], treatment), ...most };
      const exploration = await caller.call('explore', request, {
        signal,
        slot: `explore-${side.shown}`,
        priority: 'live',
        onProgress: (progress) => {
          const running = store.getState()[side.running];
          if (newest() && running) store.setState({ [side.running]: progressed(running, progress) });
        },
      });
      if (!newest()) return;
      const { answers, model } = before;
      const shown: Shown = { exploration, answers, model, treatment };
      const own = side.shown === 'inside' && sameTreatment(treatment, selectSwitched(store.getState()));
      const switched = own ? { insideSwitched: shown } : {};
      store.setState({ [side.shown]: shown, [side.running]: undefined, ...switched });
    } catch (error) {
      if (newest()) store.setState({ [side.running]: undefined, failure: failureOf(error) });
    }
  };

  store.subscribe((state) => {
    const treatment = side.wanted(state);
    const { before } = state;
    const model = selectModel(state);
    if (treatment === askedFor && before === askedBefore && model === askedOf) return;
    askedFor = treatment;
    askedBefore = before;
    askedOf = model;
    abort.abort();
    abort = new AbortController();
    // before and after must come from the same model, which may just be giving way to another
    const same = model !== undefined && before?.model === model;
    if (same && treatment && !runAnswers(state[side.shown], before, treatment)) void run(before, treatment);
    else if (state[side.running]) store.setState({ [side.running]: undefined });
  });
  return {
    refresh: (exploration) => {
      const state = store.getState();
      const { before } = state;
      const shown = state[side.shown];
      if (!before || !shown?.treatment || shown.exploration !== exploration || refreshed === exploration)
        return;
      if (state[side.running]) return;
      refreshed = exploration;
      void run(before, shown.treatment);
    },
  };
}
