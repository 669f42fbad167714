import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Asks } from './asks.ts';
import type { LinkMaker } from './permalink.ts';
import type { RemoteDesk } from './remote/desk.ts';
import type { Actions, AppStore } from './store.ts';
import type { State } from './state.ts';
import type { TrialDesk } from './trials/follow-trials.ts';

/** What components reach beyond the state: the store, and what can be asked again. */
export interface App {
  readonly store: AppStore;
  readonly retryExploration: () => void;
  readonly cancelExploration: () => void;
  readonly pauseExploration: () => void;
  readonly resumeExploration: () => void;
  readonly retryModel: () => void;
  readonly retryBeside: () => void;
  /** Measures both models again, where something on screen compares them. */
  readonly retryComparing: () => void;
  readonly remote: RemoteDesk;
  readonly trials: TrialDesk;
  readonly asks: Asks;
  /** A full link to what is on screen. */
  readonly link: LinkMaker;
}

const AppContext = createContext<App | undefined>(undefined);
export const AppProvider = AppContext.Provider;

export function useAppHandle(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('a component outside <AppProvider>');
  return app;
}

/** A part of the state; the component draws again only when the selected value is another. */
export function useApp<T>(selector: (state: State) => T): T {
  return useStore(useAppHandle().store, selector);
}

export function useActions(): Actions {
  return useAppHandle().store.actions;
}
