import type { AppStore } from './store.ts';
import type { Theme } from './state.ts';

const KEY = 'tailscope-theme';

/** The theme kept from an earlier visit; the system's where none is, or storage is refused. */
export function storedTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

/** Shows the chosen theme and keeps it for the next visit. */
export function followTheme(store: AppStore): void {
  const show = (theme: Theme): void => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  };
  show(store.getState().theme);
  store.subscribe((state, before) => {
    if (state.theme === before.theme) return;
    show(state.theme);
    try {
      localStorage.setItem(KEY, state.theme);
    } catch {
      // Private windows may refuse storage; the theme then lasts as long as the page.
    }
  });
}
