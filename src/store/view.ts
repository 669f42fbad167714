import type { GetState, SetState } from './store.ts';

/**
 * The views by the names that links know them by. A live view follows the sentences and the cut: the cut
 * bar stays in sight there, and a dropped text leads back to one from a view that is not.
 */
export const VIEWS = {
  explore: { live: true },
  models: { live: false },
} as const satisfies Record<string, { readonly live: boolean }>;

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
      if (!VIEWS[get().view].live) set({ view: HOME_VIEW });
    },
  };
}
