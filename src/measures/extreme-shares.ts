import type { ByKind } from './by-kind.ts';

/**
 * Share of vectors whose minimum (maximum) is each dimension, in each layer.
 * @param counts minima or maxima of an ExtremeCounts, [kinds, layers, dims]
 * @param counted vectors of each kind
 * @param kind only this kind's vectors; all together when left out
 * @returns [layers, dims]; each layer sums to 1, or to 0 where there is no vector
 */
export function extremeShares(counts: Uint32Array, counted: ByKind<number>, kind?: 0 | 1 | 2): Float64Array {
  const size = counts.length / counted.length;
  const shares = new Float64Array(size);
  counted.forEach((_, k) => {
    if (kind !== undefined && k !== kind) return;
    for (let i = 0; i < size; i++) shares[i] = (shares[i] ?? 0) + (counts[k * size + i] ?? 0);
  });
  const vectors = kind === undefined ? counted[0] + counted[1] + counted[2] : counted[kind];
  return vectors === 0 ? shares : shares.map((count) => count / vectors);
}
