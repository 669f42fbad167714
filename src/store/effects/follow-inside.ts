import type { Caller } from '../caller.ts';
import type { AppStore } from '../store.ts';
import type { Shown } from '../state.ts';
import { exploreRequest, insideAnswers, selectInsideDims } from '../wanted.ts';
import { failureOf } from './settle.ts';

/** Runs the network again with the cut inside it, for whatever is on screen; before stays beside it. */
export function followInside(store: AppStore, caller: Caller): void {
  let askedBefore: Shown | undefined;
  let askedDims: readonly number[] = [];
  let abort = new AbortController();

  const run = async (before: Shown, dims: readonly number[]): Promise<void> => {
    const { signal } = abort;
    const newest = () => signal === abort.signal;
    store.setState({ runningInside: { since: performance.now(), progress: undefined } });
    try {
      const exploration = await caller.call('explore', exploreRequest(before.answers, [], dims), {
        signal,
        slot: 'explore-inside',
        priority: 'live',
        onProgress: (progress) => {
          const { runningInside } = store.getState();
          if (newest() && runningInside) store.setState({ runningInside: { ...runningInside, progress } });
        },
      });
      if (!newest()) return;
      const { answers, model } = before;
      store.setState({ inside: { exploration, answers, model, inside: dims }, runningInside: undefined });
    } catch (error) {
      if (newest()) store.setState({ runningInside: undefined, failure: failureOf(error) });
    }
  };

  store.subscribe((state) => {
    const dims = selectInsideDims(state);
    const { before, inside } = state;
    if (dims === askedDims && before === askedBefore) return;
    askedDims = dims;
    askedBefore = before;
    abort.abort();
    abort = new AbortController();
    const live = before?.model !== undefined && dims.length > 0 && !insideAnswers(inside, before, dims);
    if (live) void run(before, dims);
    else if (state.runningInside) store.setState({ runningInside: undefined });
  });
}
