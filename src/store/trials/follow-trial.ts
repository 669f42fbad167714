import type { Request, Steering } from '../../protocol/messages.ts';
import type { Caller } from '../caller.ts';
import { failureOf } from '../effects/settle.ts';
import { selectModel } from '../model.ts';
import { onOtherView } from '../on-other-view.ts';
import type { AppStore } from '../store.ts';
import { TRIALS, type TrialKind } from './kinds.ts';
import { rateOf } from './rate.ts';
import { sameTreatment, selectBase } from '../treatments.ts';
import { covers } from './treatment.ts';
import {
  MESSAGE,
  partOf,
  type Asked,
  type MessageOf,
  type Trial,
  type TrialId,
  type Trials,
} from './trial.ts';
import { sameVectors, wantedTrial } from './wanted-trial.ts';

export interface TrialFollower {
  /** Asks again for what failed or was stopped. */
  readonly retry: () => void;
  /** Stops the run under way; what is on screen stays. */
  readonly cancel: () => void;
  /** Holds the run under way, and whatever waits behind it but live work. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ends the run under way with what it has counted: whatever else is asked of these data is then of that part, until all is asked for. */
  readonly keep: () => void;
}

/**
 * Keeps one experiment at its data, the settings, the model and the cut bar while its view is open. A cut that follows from
 * the answer at hand asks nothing; any other runs it again, and only the newest answer is shown.
 */
export function followTrial<K extends TrialId>(
  store: AppStore,
  caller: Caller,
  id: K,
  kind: TrialKind<K> = TRIALS[id],
): TrialFollower {
  let asked: Asked<K> | undefined;
  let askedBase: Asked<K> | undefined;
  let abort = new AbortController();
  let rate = rateOf(() => performance.now());

  const put = (change: Partial<Trial<K>>): void => {
    const { trials } = store.getState();
    store.setState({ trials: withTrial(trials, id, { ...trials[id], ...change }) });
  };

  const steer = (to: Steering): void => {
    const { running } = store.getState().trials[id];
    if (!running) return;
    put({ running: { ...running, paused: to === 'pause' } });
    // a worker that died has nothing left to be steered
    caller.call('steer', { to }).catch(() => undefined);
  };

  const run = async (wanted: Asked<K>, as: 'answer' | 'base'): Promise<void> => {
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    rate = rateOf(() => performance.now());
    // a part is measured again as it is: both sides of what is compared are of the same
    const keeps = kind.part !== undefined && as === 'answer' && wanted.stopAt === undefined;
    const running = { progress: undefined, rate: undefined, paused: false, keeps };
    put({ running, failure: undefined, stopped: false });
    try {
      const result = await caller.call<MessageOf<K>>(MESSAGE[id], requestOf(id, wanted), {
        signal,
        slot: id,
        priority: kind.priority,
        onProgress: (progress) => {
          if (signal.aborted) return;
          const paused = store.getState().trials[id].running?.paused ?? false;
          put({ running: { progress, rate: rate(progress.sentences), paused, keeps } });
        },
      });
      if (signal.aborted) return;
      const stopAt = partOf<K>({ asked: wanted, result })?.counted;
      const answered = stopAt === wanted.stopAt ? wanted : { ...wanted, stopAt };
      if (as === 'answer') asked = answered;
      put({ [as]: { asked: answered, result }, running: undefined });
    } catch (error) {
      if (!signal.aborted) put({ running: undefined, failure: failureOf(error) });
    }
  };

  const follow = (): void => {
    if (asked && selectModel(store.getState()) !== asked.model) {
      // another model is on its way: what runs now would be answered by either of the two
      asked = undefined;
      askedBase = undefined;
      abort.abort();
      if (store.getState().trials[id].running) put({ running: undefined });
    }
    const wanted = wantedTrial(id, store.getState());
    if (!wanted) return;
    const same = asked && sameVectors(asked, wanted) ? asked : undefined;
    // a claim is judged by all that there is
    const stopAt = store.getState().view === 'paper' ? undefined : same?.stopAt;
    if (!same || same.stopAt !== stopAt || !covers(id, same, wanted.treatment)) {
      asked = { ...wanted, stopAt };
      askedBase = undefined;
      void run(asked, 'answer');
      return;
    }
    followBase(same, { ...wanted, stopAt, treatment: selectBase(store.getState()) });
  };

  /** What is compared with: once the answer is there, and where that does not tell it. */
  const followBase = (main: Asked<K>, wanted: Asked<K>): void => {
    const { answer, running, failure, stopped } = store.getState().trials[id];
    if (running || failure || stopped || answer?.asked !== main) return;
    if (covers(id, main, wanted.treatment)) return;
    if (askedBase && sameVectors(askedBase, wanted) && sameTreatment(askedBase.treatment, wanted.treatment))
      return;
    askedBase = wanted;
    void run(wanted, 'base');
  };

  const resume = (): void => {
    // the time it stood still is none that it worked
    rate = rateOf(() => performance.now());
    steer('go-on');
  };

  onOtherView(store, () => {
    if (store.getState().trials[id].running?.paused === true) resume();
  });
  store.subscribe(follow);
  follow();
  return {
    retry: () => {
      asked = undefined;
      askedBase = undefined;
      follow();
    },
    cancel: () => {
      if (!store.getState().trials[id].running) return;
      abort.abort();
      put({ running: undefined, stopped: true });
    },
    pause: () => {
      steer('pause');
    },
    keep: () => {
      steer('keep');
    },
    resume,
  };
}

function requestOf<K extends TrialId>(id: K, asked: Asked<K>): Request<MessageOf<K>> {
  const { data, name, treatment, specials, seed, columns, model, stopAt } = asked;
  const dims = columns === 'all' ? Array.from({ length: model.dims }, (_, d) => d) : columns;
  return TRIALS[id].request(data, { treatment, specials, seed, columns: dims, stopAt }, name);
}

function withTrial<K extends TrialId>(trials: Trials, id: K, trial: Trial<K>): Trials {
  return { ...trials, [id]: trial };
}
