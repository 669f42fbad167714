import { TailscopeError } from '../../core/error.ts';
import type { RemoteModel } from '../../checkpoint/sources/index.ts';
import type { DevicePreference, LoadedModel, ModelSource, NamedBlob } from '../../protocol/model.ts';
import { strings } from '../../strings/index.ts';
import type { Caller } from '../caller.ts';
import { selectModelFiles, selectRemoteModel } from '../model.ts';
import { sourceOf } from '../model-source.ts';
import type { AppStore } from '../store.ts';
import type { ModelChoice, NamedModel, State } from '../state.ts';

export interface ModelLoader {
  readonly retry: () => void;
}

/** Loads the model asked for; what is on screen stays until its successor has something to show. */
export function loadModel(store: AppStore, caller: Caller, defaultId: string | undefined): ModelLoader {
  let asked: ModelChoice | undefined;
  let askedFiles: readonly NamedBlob[] | RemoteModel | undefined;
  let askedDevice: DevicePreference | undefined;
  let abort = new AbortController();

  const load = async (source: ModelSource, device: DevicePreference): Promise<void> => {
    const { signal } = abort;
    const newest = () => signal === abort.signal;
    store.setState({ model: { kind: 'loading', progress: undefined } });
    try {
      const model = await caller.call(
        'load',
        { source, device },
        {
          signal,
          slot: 'load',
          onProgress: (progress) => {
            if (newest()) store.setState({ model: { kind: 'loading', progress } });
          },
        },
      );
      if (!newest()) return;
      store.setState({
        model: { kind: 'ready', model, runsOn: model.runsOn },
        ...withinModel(store, model),
      });
    } catch (error) {
      if (newest()) store.setState({ model: { kind: 'failed', error: TailscopeError.from(error) } });
    }
  };

  const follow = (): void => {
    const state = store.getState();
    const { modelAsked, device } = state;
    const files = selectModelFiles(state);
    const remote = selectRemoteModel(state);
    const given = files ?? remote;
    if (modelAsked === asked && given === askedFiles && device === askedDevice) return;
    asked = modelAsked;
    askedFiles = given;
    askedDevice = device;
    const named = namedModel(modelAsked, defaultId);
    const source = named && sourceOf(named, { files, remote });
    abort.abort();
    abort = new AbortController();
    // A link's checkpoint is waited for: the page asks the person for it, or for leave to download it.
    if (source) void load(source, device);
    else store.setState({ model: { kind: 'idle' } });
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

function namedModel(choice: ModelChoice, defaultId: string | undefined): NamedModel | undefined {
  if (choice.kind !== 'default') return choice;
  return defaultId === undefined ? undefined : { kind: 'bundled', id: defaultId };
}

/** Drops choices that name a layer or a dimension this model does not have, and says so. */
function withinModel(store: AppStore, model: LoadedModel): Partial<State> {
  const { cut, againstCut, layer, dimension } = store.getState();
  const within = (dim: number): boolean => dim < model.dims;
  const outside = [...cut, ...(againstCut ?? [])].filter((dim) => !within(dim));
  const layerOver = layer !== undefined && layer > model.layers;
  const dimensionOver = dimension !== undefined && dimension >= model.dims;
  if (outside.length === 0 && !layerOver && !dimensionOver) return {};
  const over = new Set(outside);
  if (dimensionOver) over.add(dimension);
  const named = { layer: layerOver ? layer : undefined, dims: [...over] };
  store.actions.notify('status', strings.shell.notInModel(model.name, named, model));
  return {
    ...(cut.every(within) ? {} : { cut: cut.filter(within) }),
    ...(againstCut?.every(within) === false ? { againstCut: againstCut.filter(within) } : {}),
    ...(layerOver ? { layer: undefined } : {}),
    ...(dimensionOver ? { dimension: undefined } : {}),
  };
}
