import type { State } from './state.ts';
import type { AppStore } from './store.ts';

/** Results that every chart draws anew. */
const RESULTS = ['before', 'inside', 'based'] as const satisfies readonly (keyof State)[];

type Listener = Parameters<AppStore['subscribe']>[0];

export interface InTurn {
  /** The page's store as a part of the page listens to it. */
  readonly store: AppStore;
  /** Begins to listen. @returns ends it */
  readonly follow: () => () => void;
}

/**
 * The page's store for one part of the page. Its listeners are told of whatever happens at once, but for a new result, and for
 * what happens while one waits: of those each part hears in its turn. A new result has a dozen charts draw themselves, and in one
 * task that would hold up whatever the person does meanwhile. There is one state for all: a part that draws for another reason
 * meanwhile draws the newest.
 */
export function inTurn(page: AppStore): InTurn {
  const listeners = new Set<Listener>();
  let told = page.getState();
  const tell = (): void => {
    const [before, state] = [told, page.getState()];
    told = state;
    for (const listener of listeners) listener(state, before);
  };
  return {
    store: {
      ...page,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    follow: () => {
      // of what happened before
      tell();
      const stop = page.subscribe((state) => {
        if (RESULTS.some((result) => state[result] !== told[result])) takeTurn(tell);
        else tell();
      });
      return () => {
        stop();
        waiting.delete(tell);
      };
    },
  };
}

const waiting = new Set<() => void>();

function takeTurn(job: () => void): void {
  if (waiting.has(job)) return;
  waiting.add(job);
  // every timer is a task of its own, first in, first out
  setTimeout(() => {
    if (waiting.delete(job)) job();
  });
}
