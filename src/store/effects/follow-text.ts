import { nextTask } from '../../core/next-task.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import type { LoadedModel } from '../../protocol/model.ts';
import type { Caller } from '../caller.ts';
import type { Steering } from '../../protocol/messages.ts';
import { tailsOf } from '../derive/tails.ts';
import { selectModel } from '../model.ts';
import { onOtherView } from '../on-other-view.ts';
import { begun, paused, progressed, resumed } from '../running.ts';
import type { AppStore } from '../store.ts';
import type { Running, State, Wanted } from '../state.ts';
import {
  exploreRequest,
  isLong,
  selectColumnsWanted,
  selectNothingToMeasure,
  selectWanted,
} from '../wanted.ts';
import { failureOf } from './settle.ts';

export interface TextFollower {
  /** Asks again for what failed or was cancelled. */
  readonly retry: () => void;
  /**
   * Stops the exploration under way. A long pass answers with the sentences that it came by; otherwise what is on screen
   * stays, and the page says so.
   */
  readonly cancel: () => void;
  /** Lets a long pass wait, or go on. */
  readonly pause: () => void;
  readonly resume: () => void;
  /**
   * Asks again, once, if this is the exploration on screen: the worker no longer holds its vectors.
   * What failed or was stopped waits for the person.
   */
  readonly refresh: (exploration: Exploration) => void;
}

/**
 * Keeps the charts at the text: every change of text, settings or model asks for an exploration at
 * once, and only the newest one's answer is shown. What is on screen stays until then.
 */
export function followText(store: AppStore, caller: Caller): TextFollower {
  let asked: Wanted | undefined;
  let askedOf: LoadedModel | undefined;
  let refreshed: Exploration | undefined;
  let abort = new AbortController();

  // a worker that is gone has nothing to steer: the exploration itself says so
  const steer = (to: Steering): void => {
    void caller.call('steer', { to }).catch(() => undefined);
  };

  /** Another run, or none, in place of the last. If that was paused, it must not keep later passes waiting: nobody could resume it. */
  const become = (running: Running | undefined, change: Partial<State>): void => {
    if (store.getState().running?.pausedAt !== undefined) steer('go-on');
    store.setState({ ...change, running });
  };
  const end = (change: Partial<State>): void => {
    become(undefined, change);
  };

  const explore = async (wanted: Wanted, model: LoadedModel): Promise<void> => {
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    const newest = () => asked === wanted && askedOf === model && signal === abort.signal;
    const stillWanted = () => newest() && !signal.aborted;
    become(begun(), { failure: undefined, stopped: false });
    // of another model's dimensions, this one may have fewer
    const columns = selectColumnsWanted(store.getState()).filter((dim) => dim < model.dims);
    try {
      const request = exploreRequest(wanted, columns);
      const exploration = await caller.call('explore', request, {
        signal,
        slot: 'explore',
        priority: isLong(wanted) ? 'batch' : 'live',
        onProgress: (progress) => {
          const { running } = store.getState();
          if (newest() && running) store.setState({ running: progressed(running, progress) });
        },
      });
      if (isLong(wanted)) {
        // what so large an answer takes to unpack, and the search for its tails, have a task each
        await nextTask();
        if (!stillWanted()) return;
        tailsOf(exploration, store.getState().rule);
        await nextTask();
      }
      if (!stillWanted()) return;
      const { before, hoveredToken } = store.getState();
      end({
        before: { exploration, answers: wanted, model },
        // the pointer may rest on a token while the model takes over from the example
        hoveredToken: sameTokens(before?.exploration, exploration) ? hoveredToken : undefined,
        vector: undefined,
        fetched: new Map(),
      });
    } catch (error) {
      if (newest()) end({ failure: failureOf(error) });
    }
  };

  const follow = (): void => {
    const state = store.getState();
    const model = selectModel(state);
    const wanted = selectWanted(state);
    if (!model && askedOf) {
      // another model is on its way: what runs now would be answered by either of the two
      asked = undefined;
      askedOf = undefined;
      abort.abort();
      end({});
    }
    if (!model || (wanted === asked && model === askedOf)) return;
    asked = wanted;
    askedOf = model;
    if (selectNothingToMeasure(state)) {
      abort.abort();
      end({ failure: undefined, stopped: false });
    } else void explore(wanted, model);
  };

  const again = (): void => {
    asked = undefined;
    follow();
  };

  const resume = (): void => {
    const { running } = store.getState();
    if (!running) return;
    steer('go-on');
    store.setState({ running: resumed(running) });
  };

  onOtherView(store, () => {
    if (store.getState().running?.pausedAt !== undefined) resume();
  });
  store.subscribe(follow);
  follow();
  return {
    retry: again,
    cancel: () => {
      const { running } = store.getState();
      if (!running) return;
      if (asked && isLong(asked) && running.progress) {
        steer('keep');
        store.setState({ running: resumed(running) });
        return;
      }
      abort.abort();
      end({ stopped: true });
    },
    pause: () => {
      const { running } = store.getState();
      if (!running) return;
      steer('pause');
      store.setState({ running: paused(running) });
    },
    resume,
    refresh: (exploration) => {
      const { before, running, failure, stopped } = store.getState();
      if (before?.exploration !== exploration || refreshed === exploration) return;
      if (running || failure || stopped) return;
      refreshed = exploration;
      again();
    },
  };
}

function sameTokens(a: Exploration | undefined, b: Exploration): boolean {
  const { text } = b.tokens;
  return a?.tokens.text.length === text.length && a.tokens.text.every((token, i) => token === text[i]);
}
