import { keyOf } from '../../checkpoint/sources/index.ts';
import type { StoredModel } from '../../protocol/sources.ts';
import type { Caller } from '../caller.ts';
import { failureOf } from '../effects/settle.ts';
import type { AppStore } from '../store.ts';

export interface Storing {
  /** Lists what is stored; of a key that is given, after deleting it. */
  readonly list: (forget?: string) => Promise<void>;
  /** Loads a model that is stored whole. */
  readonly use: (stored: StoredModel) => void;
  readonly forget: (stored: StoredModel) => void;
}

/** Knows what the browser's storage holds of models. */
export function storedModels(store: AppStore, caller: Caller): Storing {
  const list = async (forget?: string): Promise<void> => {
    try {
      store.setState({ stored: await caller.call('stored', { forget }) });
    } catch (error) {
      // a worker that died has said so already, and the list stays as it was
      const failure = failureOf(error);
      if (failure && store.getState().stored === undefined) store.setState({ stored: [] });
    }
  };
  return {
    list,
    use: ({ model }) => {
      store.actions.openRemote(model);
    },
    forget: ({ key }) => {
      const { modelAsked, besideAsked, remoteModels, download } = store.getState();
      const inUse = [modelAsked, besideAsked].some(
        (asked) => asked?.kind === 'remote' && keyOf(asked) === key,
      );
      if (!inUse)
        store.setState({ remoteModels: new Map([...remoteModels].filter(([other]) => other !== key)) });
      // a paused download of it begins anew
      if (download && keyOf(download.model) === key)
        store.setState({ download: { ...download, progress: undefined } });
      void list(key);
    },
  };
}
