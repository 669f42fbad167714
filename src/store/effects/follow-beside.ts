import type { TailscopeError } from '../../core/error.ts';
import { selectBeside } from '../beside.ts';
import type { Caller } from '../caller.ts';
import { selectModel } from '../model.ts';
import type { AppStore } from '../store.ts';
import type { Compared, State } from '../state.ts';
import { exploreRequest, isLong, selectNothingToMeasure, selectWanted } from '../wanted.ts';
import { failureOf } from './settle.ts';

export interface BesideFollower {
  /** Asks again for what failed, or what the worker no longer holds. */
  readonly retry: () => void;
}

/**
 * While something on screen compares the models: explores the text with the second one, too, and measures
 * how far the two are apart. What was asked is dropped when nobody looks any more.
 */
export function followBeside(store: AppStore, caller: Caller): BesideFollower {
  let asked: Compared | undefined;
  let abort = new AbortController();

  const explore = async ({ beside, answers }: Compared, signal: AbortSignal): Promise<void> => {
    store.setState({ besideFailure: undefined });
    try {
      const request = exploreRequest(answers, [], undefined, 'beside');
      const exploration = await caller.call('explore', request, {
        signal,
        slot: 'explore-beside',
        priority: isLong(answers) ? 'batch' : 'live',
      });
      if (!signal.aborted) store.setState({ besideShown: { exploration, answers, model: beside } });
    } catch (error) {
      const failure = said(error, signal);
      if (failure) store.setState({ besideFailure: failure });
    }
  };

  const measure = async (compared: Compared, signal: AbortSignal): Promise<void> => {
    const { sentences, specials } = compared.answers;
    store.setState({ difference: { kind: 'running', asked: compared, progress: undefined } });
    try {
      const difference = await caller.call(
        'difference',
        { sentences, specials },
        {
          signal,
          slot: 'difference',
          priority: 'batch',
          onProgress: (progress) => {
            if (!signal.aborted)
              store.setState({ difference: { kind: 'running', asked: compared, progress } });
          },
        },
      );
      if (!signal.aborted) store.setState({ difference: { kind: 'ready', asked: compared, difference } });
    } catch (error) {
      const failure = said(error, signal);
      if (failure) store.setState({ difference: { kind: 'failed', asked: compared, error: failure } });
    }
  };

  const follow = (): void => {
    const compared = comparedNow(store.getState());
    if (same(compared, asked)) return;
    asked = compared;
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    const { besideShown, difference } = store.getState();
    if (!compared) {
      if (difference.kind === 'running') store.setState({ difference: { kind: 'none' } });
      return;
    }
    const { beside, answers } = compared;
    // what was looked at before may still be the answer
    if (besideShown?.model !== beside || besideShown.answers !== answers) void explore(compared, signal);
    if (difference.kind !== 'ready' || !same(difference.asked, compared)) void measure(compared, signal);
  };

  store.subscribe(follow);
  follow();
  return {
    retry: () => {
      asked = undefined;
      store.setState({ besideShown: undefined, difference: { kind: 'none' } });
      follow();
    },
  };
}

/** What went wrong with a call that somebody still waits for. */
function said(error: unknown, signal: AbortSignal): TailscopeError | undefined {
  return signal.aborted ? undefined : failureOf(error);
}

function comparedNow(state: State): Compared | undefined {
  const model = selectModel(state);
  const beside = selectBeside(state);
  if (state.besideWatched === 0 || !model || !beside || selectNothingToMeasure(state)) return undefined;
  return { model, beside, answers: selectWanted(state) };
}

function same(a: Compared | undefined, b: Compared | undefined): boolean {
  return a?.model === b?.model && a?.beside === b?.beside && a?.answers === b?.answers;
}
