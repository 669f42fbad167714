import { useSyncExternalStore } from 'react';
import { ramp, type Ramp } from '../scale/ramp.ts';

/** Token names of a ramp's stops. */
export type RampTokens = readonly string[];

const RAMPS = {
  before: ['--ramp-before-low', '--ramp-before-high'],
  after: ['--ramp-after-low', '--ramp-after-high'],
  cosineBefore: ['--ramp-negative', '--ramp-before-low', '--ramp-before-high'],
  cosineAfter: ['--ramp-negative', '--ramp-after-low', '--ramp-after-high'],
  diverging: ['--ramp-negative', '--ramp-zero', '--ramp-positive'],
} as const;

const known = new Map<string, Ramp>();

/** A ramp in the page's present theme; a canvas cannot be painted with a custom property. */
export function useRamp(name: keyof typeof RAMPS): Ramp {
  const theme = useSyncExternalStore(onThemeChange, currentTheme, () => 'none');
  const key = `${theme}/${name}`;
  const made =
    known.get(key) ?? ramp(theme === 'none' ? ['#ffffff', '#000000'] : RAMPS[name].map(tokenColour));
  known.set(key, made);
  return made;
}

function currentTheme(): string {
  return `${document.documentElement.dataset['theme'] ?? ''} ${String(systemIsDark().matches)}`;
}

let system: MediaQueryList | undefined;

function systemIsDark(): MediaQueryList {
  return (system ??= matchMedia('(prefers-color-scheme: dark)'));
}

function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const dark = systemIsDark();
  dark.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', listener);
  };
}

/** A custom property may read "light-dark(...)"; an element's colour is resolved. */
function tokenColour(token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  document.documentElement.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
