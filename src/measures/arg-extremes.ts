import type { HiddenStates } from '../core/hidden-states.ts';
import type { ByKind } from './by-kind.ts';
import { KINDS } from './by-kind.ts';
import { emptyScan, scanVector } from './vector-scan.ts';

/** How many vectors have their minimum (maximum) at each dimension, [kinds, layers, dims]. */
export interface ExtremeCounts {
  readonly minima: Uint32Array;
  readonly maxima: Uint32Array;
  /** Vectors of each kind. */
  readonly counted: ByKind<number>;
}

/**
 * Counts, for every kind of token, layer and dimension, the vectors whose smallest (largest) element
 * it is; the first dimension on ties.
 * @param kinds kind of each token, index into KINDS
 * @see Luo et al. 2021, section 2
 */
export function argExtremes(states: HiddenStates, kinds: Uint8Array): ExtremeCounts {
  const { layers, tokens, dims, data } = states;
  const minima = new Uint32Array(KINDS.length * layers * dims);
  const maxima = new Uint32Array(KINDS.length * layers * dims);
  const counted: [number, number, number] = [0, 0, 0];
  const scan = emptyScan();
  for (const kind of kinds) counted[kind] = (counted[kind] ?? 0) + 1;
  for (let layer = 0; layer < layers; layer++) {
    for (let token = 0; token < tokens; token++) {
      scanVector(data, (layer * tokens + token) * dims, dims, scan);
      const row = ((kinds[token] ?? 0) * layers + layer) * dims;
      minima[row + scan.argmin] = (minima[row + scan.argmin] ?? 0) + 1;
      maxima[row + scan.argmax] = (maxima[row + scan.argmax] ?? 0) + 1;
    }
  }
  return { minima, maxima, counted };
}
