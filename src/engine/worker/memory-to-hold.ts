import { lessonMemory, MEMORY } from '../index.ts';

/** Of the device's memory: four explorations may be held beside the weights, the page and all else. */
const SHARE = 1 / 120;

/**
 * Bytes of vectors to hold for one exploration: less where the browser says that the device is small.
 * @param gigabytes the device's memory, rounded down to a power of two and at most 8; undefined where
 *   the browser does not say
 */
export function memoryToHold(gigabytes: number | undefined): number {
  return gigabytes === undefined ? MEMORY : Math.min(MEMORY, gigabytes * 1e9 * SHARE);
}

/** Of the device's memory: a load needs all weights at once anyway, but not every download is loaded. */
const FRESH_SHARE = 1 / 8;

/** Bytes of a download to hold until it is loaded; as for `memoryToHold`. */
export function freshToHold(gigabytes: number | undefined): number {
  return (gigabytes ?? 4) * 1e9 * FRESH_SHARE;
}

/**
 * Bytes of vectors to hold while a probe learns from them; as for `memoryToHold`.
 * @returns undefined where the browser does not say: the probe's own, smaller measure holds there
 */
export function lessonsToHold(gigabytes: number | undefined): number | undefined {
  return gigabytes === undefined ? undefined : lessonMemory(gigabytes * 1e9);
}

/** The device's memory in gigabytes, as `memoryToHold` takes it. */
export function deviceMemory(): number | undefined {
  // Chromium's alone, and there only in secure contexts
  const gigabytes: unknown = Reflect.get(navigator, 'deviceMemory');
  return typeof gigabytes === 'number' ? gigabytes : undefined;
}
