import { keyOf, nameOf, type RemoteModel } from '../../checkpoint/sources/index.ts';
import { TailscopeError } from '../../core/error.ts';
import type { Seat } from '../../protocol/model.ts';
import { strings } from '../../strings/index.ts';
import type { Caller } from '../caller.ts';
import type { AppStore } from '../store.ts';
import type { ModelChoice } from '../state.ts';

export interface Downloading {
  /** Downloads a model, and loads it once it is here, into that seat. One that is under way is paused. */
  readonly download: (model: RemoteModel, seat?: Seat) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Stops it for good: what has come is deleted. */
  readonly cancel: () => void;
}

/**
 * Fetches a model in the background, while the one before goes on working. A pause is a call cancelled:
 * the worker keeps what has come, and goes on from there when it is asked again.
 * @param list lists anew what is stored, after forgetting a model where a key is given
 */
export function downloadModels(
  store: AppStore,
  caller: Caller,
  list: (forget?: string) => Promise<void>,
): Downloading {
  let abort = new AbortController();

  const run = async (model: RemoteModel, seat: Seat, from: ModelChoice): Promise<void> => {
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    store.setState({ download: { model, seat, progress: undefined, stopped: false } });
    try {
      const { model: whole, kept } = await caller.call(
        'download',
        { model },
        {
          signal,
          onProgress: (progress) => {
            if (!signal.aborted) store.setState({ download: { model, seat, progress, stopped: false } });
          },
        },
      );
      if (signal.aborted) return;
      store.setState({ download: undefined });
      arrived(whole, seat, from);
      const words = strings.chooser;
      if (kept !== 'stored')
        store.actions.notify('status', words.keptInMemory[kept](nameOf(whole.place)), 'remote');
      await list();
    } catch (error) {
      if (signal.aborted) return;
      const { download } = store.getState();
      const progress = download?.progress;
      store.setState({ download: { model, seat, progress, stopped: TailscopeError.from(error) } });
    }
  };

  /** Loads it: beside the first model where it is awaited there, else unless the person chose another first one since. */
  const arrived = (whole: RemoteModel, seat: Seat, from: ModelChoice): void => {
    const { modelAsked, besideAsked } = store.getState();
    const awaited = besideAsked?.kind === 'remote' && keyOf(besideAsked) === keyOf(whole);
    if (awaited || (seat === 'beside' && modelAsked === from)) {
      store.actions.putRemoteBeside(whole);
    } else if (modelAsked === from) {
      const expected =
        modelAsked.kind === 'remote' && keyOf(modelAsked) === keyOf(whole) ? modelAsked.sha256 : undefined;
      store.actions.openRemote(whole);
      const now = store.getState().modelAsked;
      const differs = expected !== undefined && now.kind === 'remote' && now.sha256 !== expected;
      if (differs)
        store.actions.notify('status', strings.shell.otherCheckpoint(nameOf(whole.place)), 'remote');
    } else store.actions.notify('status', strings.chooser.arrived(nameOf(whole.place)), 'remote');
  };

  const stop = (): void => {
    abort.abort();
  };

  return {
    download: (model, seat = 'main') => {
      store.actions.settle('remote');
      void run(model, seat, store.getState().modelAsked);
    },
    pause: () => {
      const { download } = store.getState();
      if (download?.stopped !== false) return;
      stop();
      store.setState({ download: { ...download, stopped: 'paused' } });
      void list();
    },
    resume: () => {
      const { download, modelAsked } = store.getState();
      if (download && download.stopped !== false) void run(download.model, download.seat, modelAsked);
    },
    cancel: () => {
      const { download } = store.getState();
      stop();
      store.setState({ download: undefined });
      if (download) void list(keyOf(download.model));
    },
  };
}
