import { bytesOf, fingerprintOf, keyOf, type RemoteModel } from '../checkpoint/sources/index.ts';
import type { DevicePreference, LoadedModel, NamedBlob, RunsOn } from '../protocol/model.ts';
import type { OpenedFolder } from './open/given-folder.ts';
import type { GetState, SetState } from './store.ts';
import type { FileName, ModelChoice, ModelState, State } from './state.ts';

/** The model once it runs. */
export function selectModel(state: State): LoadedModel | undefined {
  return state.model.kind === 'ready' ? state.model.model : undefined;
}

/** The files of the checkpoint asked for, once a person gave them. */
export function selectModelFiles({ modelAsked, modelFiles }: State): readonly NamedBlob[] | undefined {
  return modelAsked.kind === 'files' ? modelFiles.get(modelAsked.sha256) : undefined;
}

/** The folder that the checkpoint asked for came in, once a person gave it. */
export function selectModelFolder({ modelAsked, modelFolders }: State): OpenedFolder | undefined {
  return modelAsked.kind === 'files' ? modelFolders.get(modelAsked.sha256) : undefined;
}

/** The model of another host that is asked for, once it is at hand. */
export function selectRemoteModel({ modelAsked, remoteModels }: State): RemoteModel | undefined {
  return modelAsked.kind === 'remote' ? remoteModels.get(keyOf(modelAsked)) : undefined;
}

/**
 * The model as it runs from now on. On another kind of device it counts as another model: the last
 * digits differ, and before and after a cut must come from the same.
 */
export function movedTo(state: ModelState, runsOn: RunsOn): ModelState {
  if (state.kind !== 'ready') return state;
  const { model } = state;
  const same = runsOn.provider === state.runsOn.provider;
  return { kind: 'ready', model: same ? model : { ...model, runsOn }, runsOn };
}

/** A dimension's number means nothing in another model. */
export const FORGET = {
  cut: [],
  againstCut: undefined,
  control: false,
  layer: undefined,
  dimension: undefined,
} as const;

export interface ModelActions {
  readonly chooseBundled: (id: string) => void;
  /** A checkpoint's files; a link's choices stay when it is the checkpoint the link named. */
  readonly openCheckpoint: (files: readonly NamedBlob[], file: FileName) => void;
  /** Remembers what else came with the weights of this hash. */
  readonly keepFolder: (sha256: string, folder: OpenedFolder) => void;
  /** A model of another host whose files are here; a link's choices stay when the link named it. */
  readonly openRemote: (model: RemoteModel) => void;
  readonly setHub: (hub: string) => void;
  readonly chooseModel: (open: boolean) => void;
  readonly setDevice: (device: DevicePreference) => void;
}

/** How a model of another host that is at hand is asked for. */
export function remoteChoice(model: RemoteModel): ModelChoice & { readonly kind: 'remote' } {
  const { place, weights, files } = model;
  return { kind: 'remote', place, weights, bytes: bytesOf(files), sha256: fingerprintOf(model) };
}

export function modelActions(set: SetState, get: GetState): ModelActions {
  return {
    chooseBundled: (id: string) => {
      set({ modelAsked: { kind: 'bundled', id }, ...FORGET });
    },
    openCheckpoint: (files: readonly NamedBlob[], file: FileName) => {
      const { modelAsked, modelFiles } = get();
      const awaited = modelAsked.kind === 'files' && modelAsked.sha256 === file.sha256;
      set({
        modelAsked: { kind: 'files', name: file.name, sha256: file.sha256 },
        modelFiles: new Map(modelFiles).set(file.sha256, files),
        ...(awaited ? {} : FORGET),
      });
    },
    keepFolder: (sha256: string, folder: OpenedFolder) => {
      set({ modelFolders: new Map(get().modelFolders).set(sha256, folder) });
    },
    openRemote: (model: RemoteModel) => {
      const { modelAsked, remoteModels } = get();
      const key = keyOf(model);
      const awaited = modelAsked.kind === 'remote' && keyOf(modelAsked) === key;
      set({
        modelAsked: remoteChoice(model),
        remoteModels: new Map(remoteModels).set(key, model),
        ...(awaited ? {} : FORGET),
      });
    },
    setHub: (hub: string) => {
      set({ hub });
    },
    chooseModel: (choosing: boolean) => {
      set({ choosing });
    },
    setDevice: (device: DevicePreference) => {
      set({ device });
    },
  };
}
