import { DEFAULT_HUB, readHub } from '../checkpoint/sources/index.ts';
import type { AppStore } from './store.ts';

const KEY = 'tailscope-hub';

/** The hub kept from an earlier visit: a mirror, or the default one. */
export function storedHub(): string {
  try {
    return readHub(localStorage.getItem(KEY) ?? DEFAULT_HUB);
  } catch {
    return DEFAULT_HUB; // no storage, or nothing in it that could be a hub
  }
}

/** Keeps the chosen hub for the next visit. */
export function followHub(store: AppStore): void {
  store.subscribe(({ hub }, before) => {
    if (hub === before.hub) return;
    try {
      if (hub === DEFAULT_HUB) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, hub);
    } catch {
      // Private windows may refuse storage; the choice then lasts as long as the page.
    }
  });
}
