import type { Remedy } from '../measures/remedy.ts';

/**
 * What is held against the cut: whitening, which the paper points to, and what others advise.
 * @see Su et al. 2021; Timkey and van Schijndel 2021; Mu and Viswanath 2018
 */
export const HELD_REMEDIES = ['whiten', 'standardize', 'top'] as const satisfies readonly Remedy['kind'][];
export type HeldRemedy = (typeof HELD_REMEDIES)[number];

/** One of them for vectors of so many dimensions. */
export function heldRemedy(kind: HeldRemedy, dims: number): Remedy {
  return kind === 'top' ? { kind, components: topComponents(dims) } : { kind };
}

/** Components that are taken away: a hundredth of the dimensions, as Mu and Viswanath (2018) advise. */
function topComponents(dims: number): number {
  return Math.max(1, Math.round(dims / 100));
}
