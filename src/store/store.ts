import { type StoreApi, createStore } from 'zustand/vanilla';
import { DEFAULT_HUB } from '../checkpoint/sources/index.ts';
import { type CompareActions, compareActions } from './compare.ts';
import { type BesideActions, besideActions } from './beside.ts';
import { type CutActions, cutActions } from './cut.ts';
import { INITIAL_LINK_STATE } from './link/keys.ts';
import { type ModelActions, modelActions } from './model.ts';
import { type NoticeActions, noticeActions } from './notices.ts';
import { type PaperActions, paperActions } from './paper.ts';
import { type SelectionActions, selectionActions } from './selection.ts';
import { type SettingsActions, settingsActions } from './settings.ts';
import type { State } from './state.ts';
import { type TextActions, textActions } from './text.ts';
import { NO_DATA } from './data/experiment-data.ts';
import { type LabActions, labActions } from './lab.ts';
import { NO_TRIALS } from './trials/trial.ts';
import { type ViewActions, viewActions } from './view.ts';

export type SetState = (partial: Partial<State>) => void;
export type GetState = () => State;

/** What a person can do, by subject; each is one small change of the state. */
export interface Actions
  extends
    TextActions,
    SettingsActions,
    SelectionActions,
    CutActions,
    ModelActions,
    BesideActions,
    CompareActions,
    NoticeActions,
    ViewActions,
    LabActions,
    PaperActions {}

function actionsOf(set: SetState, get: GetState): Actions {
  return {
    ...textActions(set),
    ...settingsActions(set),
    ...selectionActions(set),
    ...cutActions(set, get),
    ...modelActions(set, get),
    ...besideActions(set, get),
    ...compareActions(set),
    ...noticeActions(set, get),
    ...viewActions(set, get),
    ...labActions(set, get),
    ...paperActions(set, get),
  };
}

/** The page's one store. Only effects (src/store/effects) write what comes back from the worker. */
export interface AppStore extends Pick<
  StoreApi<State>,
  'getState' | 'setState' | 'subscribe' | 'getInitialState'
> {
  readonly actions: Actions;
}

const INITIAL: State = {
  ...INITIAL_LINK_STATE,
  theme: 'system',
  device: 'auto',
  hub: DEFAULT_HUB,
  hoveredDimension: undefined,
  hoveredToken: undefined,
  modelFiles: new Map(),
  modelFolders: new Map(),
  remoteModels: new Map(),
  bundled: [],
  cards: new Map(),
  choosing: false,
  lookup: { kind: 'none' },
  peeking: { kind: 'none' },
  download: undefined,
  stored: undefined,
  model: { kind: 'idle' },
  beside: { kind: 'idle' },
  besideWatched: 0,
  besideShown: undefined,
  besideFailure: undefined,
  difference: { kind: 'none' },
  before: undefined,
  inside: undefined,
  insideSwitched: undefined,
  based: undefined,
  running: undefined,
  runningInside: undefined,
  runningBased: undefined,
  failure: undefined,
  stopped: false,
  matrixBefore: undefined,
  matrixInside: undefined,
  matrixBased: undefined,
  fetched: new Map(),
  vector: undefined,
  examples: NO_DATA,
  trials: NO_TRIALS,
  notices: [],
};

export function createAppStore(start: Partial<State> = {}): AppStore {
  const store = createStore<State>()(() => ({ ...INITIAL, ...start }));
  const set: SetState = (partial) => {
    store.setState(partial);
  };
  return { ...store, actions: actionsOf(set, store.getState) };
}
