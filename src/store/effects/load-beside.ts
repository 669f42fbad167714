import { TailscopeError } from '../../core/error.ts';
import type { RemoteModel } from '../../checkpoint/sources/index.ts';
import type { DevicePreference, ModelSource, NamedBlob } from '../../protocol/model.ts';
import { selectBesideFiles, selectRemoteBeside } from '../beside.ts';
import type { Caller } from '../caller.ts';
import { sourceOf } from '../model-source.ts';
import type { AppStore } from '../store.ts';
import type { NamedModel } from '../state.ts';

export interface BesideLoader {
  readonly retry: () => void;
}

/**
 * Loads the second model asked for, once the first has come or failed: whether there is room beside it is
 * only known then. What is put away, or did not come, is let go of in the worker, too.
 */
export function loadBeside(store: AppStore, caller: Caller): BesideLoader {
  let asked: NamedModel | undefined;
  let askedFiles: readonly NamedBlob[] | RemoteModel | undefined;
  let askedDevice: DevicePreference | undefined;
  let abort = new AbortController();
  /** Whether the worker may hold a second model. */
  let held = false;

  const letGo = async (): Promise<void> => {
    if (!held) return;
    held = false;
    // a worker that died holds nothing any more
    await caller.call('unload', { seat: 'beside' }).catch(() => undefined);
  };

  const load = async (source: ModelSource, device: DevicePreference): Promise<void> => {
    const { signal } = abort;
    const newest = () => signal === abort.signal;
    store.setState({ beside: { kind: 'loading', progress: undefined } });
    try {
      await letGo();
      if (!newest()) return;
      held = true;
      const model = await caller.call(
        'load',
        { source, device, seat: 'beside' },
        {
          signal,
          slot: 'load-beside',
          onProgress: (progress) => {
            if (newest()) store.setState({ beside: { kind: 'loading', progress } });
          },
        },
      );
      if (newest()) store.setState({ beside: { kind: 'ready', model, runsOn: model.runsOn } });
    } catch (error) {
      if (newest()) store.setState({ beside: { kind: 'failed', error: TailscopeError.from(error) } });
    }
  };

  const follow = (): void => {
    const state = store.getState();
    const { besideAsked, device } = state;
    const files = selectBesideFiles(state);
    const remote = selectRemoteBeside(state);
    const given = files ?? remote;
    if (besideAsked === asked && given === askedFiles && device === askedDevice) return;
    const source = besideAsked && sourceOf(besideAsked, { files, remote });
    if (source && state.model.kind === 'loading') return;
    asked = besideAsked;
    askedFiles = given;
    askedDevice = device;
    abort.abort();
    abort = new AbortController();
    if (source) void load(source, device);
    else {
      store.setState({ beside: { kind: 'idle' }, besideShown: undefined, difference: { kind: 'none' } });
      void letGo();
    }
  };

  store.subscribe(follow);
  follow();
  return {
    retry: () => {
      asked = undefined;
      follow();
    },
  };
}
