import { rampIndex } from '../scale/ramp.ts';

/** A cosine's place in a ramp. Most are small: the power keeps them light, so that the few large are seen. */
export function cosineIndex(value: number): number {
  return rampIndex(Math.max(0, value) ** 1.5);
}
