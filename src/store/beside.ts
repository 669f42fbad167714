import { keyOf, type RemoteModel } from '../checkpoint/sources/index.ts';
import type { LoadedModel, NamedBlob } from '../protocol/model.ts';
import { remoteChoice } from './model.ts';
import type { OpenedFolder } from './open/given-folder.ts';
import type { GetState, SetState } from './store.ts';
import type { FileName, State } from './state.ts';

/** The second model once it runs. */
export function selectBeside(state: State): LoadedModel | undefined {
  return state.beside.kind === 'ready' ? state.beside.model : undefined;
}

/** The files of the second checkpoint asked for, once a person gave them. */
export function selectBesideFiles({ besideAsked, modelFiles }: State): readonly NamedBlob[] | undefined {
  return besideAsked?.kind === 'files' ? modelFiles.get(besideAsked.sha256) : undefined;
}

/** The folder that the second checkpoint came in, once a person gave it. */
export function selectBesideFolder({ besideAsked, modelFolders }: State): OpenedFolder | undefined {
  return besideAsked?.kind === 'files' ? modelFolders.get(besideAsked.sha256) : undefined;
}

/** The second model of another host that is asked for, once it is at hand. */
export function selectRemoteBeside({ besideAsked, remoteModels }: State): RemoteModel | undefined {
  return besideAsked?.kind === 'remote' ? remoteModels.get(keyOf(besideAsked)) : undefined;
}

/** A second model is chosen as the first is, and can be put away. Choices about the first stay as they are. */
export interface BesideActions {
  readonly putBundledBeside: (id: string) => void;
  readonly putCheckpointBeside: (files: readonly NamedBlob[], file: FileName) => void;
  readonly putRemoteBeside: (model: RemoteModel) => void;
  readonly putAway: () => void;
  /** Something comes on screen that compares the two models, or goes: only while there is any are both measured. */
  readonly watchBeside: (watched: boolean) => void;
}

export function besideActions(set: SetState, get: GetState): BesideActions {
  return {
    putBundledBeside: (id: string) => {
      set({ besideAsked: { kind: 'bundled', id } });
    },
    putCheckpointBeside: (files: readonly NamedBlob[], { name, sha256 }: FileName) => {
      set({
        besideAsked: { kind: 'files', name, sha256 },
        modelFiles: new Map(get().modelFiles).set(sha256, files),
      });
    },
    putRemoteBeside: (model: RemoteModel) => {
      set({
        besideAsked: remoteChoice(model),
        remoteModels: new Map(get().remoteModels).set(keyOf(model), model),
      });
    },
    putAway: () => {
      set({ besideAsked: undefined });
    },
    watchBeside: (watched: boolean) => {
      set({ besideWatched: Math.max(0, get().besideWatched + (watched ? 1 : -1)) });
    },
  };
}
