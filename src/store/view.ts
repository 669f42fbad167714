import type { GetState, SetState } from './store.ts';

/**
 * The views by the names that links know them by. A live view follows the cut: the cut bar stays in sight there. One
 * with `text` shows a person's own sentences; a dropped text leads to Explore from a view that does not.
 */
export const VIEWS = {
  explore: { live: true, text: true },
  origins: { live: false, text: true },
  geometry: { live: true, text: false },
  words: { live: true, text: false },
  syntax: { live: true, text: false },
  sentences: { live: true, text: false },
  predict: { live: true, text: true },
  compare: { live: false, text: false },
  paper: { live: true, text: true },
  models: { live: false, text: false },
} as const satisfies Record<string, { readonly live: boolean; readonly text: boolean }>;

export type ViewId = keyof typeof VIEWS;
export const VIEW_IDS: readonly ViewId[] = Object.keys(VIEWS).filter((id): id is ViewId => id in VIEWS);
/** Where a person's own sentences are measured. */
const HOME_VIEW: ViewId = 'explore';

export interface ViewActions {
  readonly openView: (view: ViewId) => void;
  /** Another view where the present one would not show a text that was opened. */
  readonly showText: () => void;
}

export function viewActions(set: SetState, get: GetState): ViewActions {
  return {
    openView: (view: ViewId) => {
      set({ view });
    },
    showText: () => {
      if (!VIEWS[get().view].text) set({ view: HOME_VIEW });
    },
  };
}
