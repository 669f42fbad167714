import type { Exploration } from '../../protocol/exploration.ts';
import type { LoadedModel } from '../../protocol/model.ts';
import type { Caller } from '../caller.ts';
import { selectModel } from '../model.ts';
import { begun, progressed } from '../running.ts';
import type { AppStore } from '../store.ts';
import type { Shown } from '../state.ts';
import { exploreRequest, insideAnswers, selectInsideDims } from '../wanted.ts';
import { failureOf } from './settle.ts';

export interface InsideFollower {
  /** Runs this exploration again, once, if it is the one on screen: the worker no longer holds its vectors. */
  readonly refresh: (exploration: Exploration) => void;
}

/** Runs the network again with the cut inside it, for whatever is on screen; before stays beside it. */
export function followInside(store: AppStore, caller: Caller): InsideFollower {
  let askedBefore: Shown | undefined;
  let askedOf: LoadedModel | undefined;
  let refreshed: Exploration | undefined;
  let askedDims: readonly number[] = [];
  let abort = new AbortController();

  const run = async (before: Shown, dims: readonly number[]): Promise<void> => {
    const { signal } = abort;
    const newest = () => signal === abort.signal;
    store.setState({ runningInside: begun() });
    const { sentences, of } = before.exploration;
    // of a pass that was stopped, the very same sentences
    const most = sentences < of ? { most: sentences } : {};
    try {
      const request = { ...exploreRequest(before.answers, [], dims), ...most };
      const exploration = await caller.call('explore', request, {
        signal,
        slot: 'explore-inside',
        priority: 'live',
        onProgress: (progress) => {
          const { runningInside } = store.getState();
          if (newest() && runningInside)
            store.setState({ runningInside: progressed(runningInside, progress) });
        },
      });
      if (!newest()) return;
      const { answers, model } = before;
      const shown: Shown = { exploration, answers, model, inside: dims };
      const switched = dims === store.getState().cut ? { insideSwitched: shown } : {};
      store.setState({ inside: shown, runningInside: undefined, ...switched });
    } catch (error) {
      if (newest()) store.setState({ runningInside: undefined, failure: failureOf(error) });
    }
  };

  store.subscribe((state) => {
    const dims = selectInsideDims(state);
    const { before, inside } = state;
    const model = selectModel(state);
    if (dims === askedDims && before === askedBefore && model === askedOf) return;
    askedDims = dims;
    askedBefore = before;
    askedOf = model;
    abort.abort();
    abort = new AbortController();
    // before and after must come from the same model, which may just be giving way to another
    const same = model !== undefined && before?.model === model;
    if (same && dims.length > 0 && !insideAnswers(inside, before, dims)) void run(before, dims);
    else if (state.runningInside) store.setState({ runningInside: undefined });
  });
  return {
    refresh: (exploration) => {
      const { before, inside, runningInside } = store.getState();
      if (!before || inside?.exploration !== exploration || refreshed === exploration || runningInside)
        return;
      refreshed = exploration;
      void run(before, inside.inside);
    },
  };
}
