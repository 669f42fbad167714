import type { LoadedModel, NamedBlob } from '../protocol/model.ts';
import type { GetState, SetState } from './store.ts';
import type { FileName, State } from './state.ts';

/** The model once it runs. */
export function selectModel(state: State): LoadedModel | undefined {
  return state.model.kind === 'ready' ? state.model.model : undefined;
}

// A dimension's number means nothing in another model.
const FORGET = { cut: [], control: false, layer: undefined, dimension: undefined } as const;

export interface ModelActions {
  readonly chooseBundled: (id: string) => void;
  /** A checkpoint's files; a link's choices stay when it is the checkpoint the link named. */
  readonly openCheckpoint: (files: readonly NamedBlob[], file: FileName) => void;
}

export function modelActions(set: SetState, get: GetState): ModelActions {
  return {
    chooseBundled: (id: string) => {
      set({ modelAsked: { kind: 'bundled', id }, modelFiles: undefined, ...FORGET });
    },
    openCheckpoint: (files: readonly NamedBlob[], file: FileName) => {
      const { modelAsked } = get();
      const awaited = modelAsked.kind === 'files' && modelAsked.sha256 === file.sha256;
      set({
        modelAsked: { kind: 'files', name: file.name, sha256: file.sha256 },
        modelFiles: files,
        ...(awaited ? {} : FORGET),
      });
    },
  };
}
