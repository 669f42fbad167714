import { rampIndex } from '../scale/ramp.ts';

/** A cosine's place in a ramp from -1 to 1, whatever the others are: what whitening leaves stands on the same scale as what was there. */
export function cosineIndex(value: number): number {
  return rampIndex((value + 1) / 2);
}
