import type { DevicePreference } from '../protocol/model.ts';
import type { AppStore } from './store.ts';

const KEY = 'tailscope-device';

/** The device kept from an earlier visit; no link carries it, since it is this machine's. */
export function storedDevice(): DevicePreference {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'wasm' || kept === 'webgpu' ? kept : 'auto';
  } catch {
    return 'auto';
  }
}

/** Keeps the chosen device for the next visit. */
export function followDevice(store: AppStore): void {
  store.subscribe(({ device }, before) => {
    if (device === before.device) return;
    try {
      localStorage.setItem(KEY, device);
    } catch {
      // Private windows may refuse storage; the choice then lasts as long as the page.
    }
  });
}
