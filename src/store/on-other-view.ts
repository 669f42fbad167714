import type { AppStore } from './store.ts';

/**
 * Tells when another view is opened. What is paused goes on then: all that is asked there would wait for it, and nobody could
 * see why.
 */
export function onOtherView({ getState, subscribe }: AppStore, then: () => void): void {
  let { view } = getState();
  subscribe((state) => {
    if (state.view === view) return;
    view = state.view;
    then();
  });
}
