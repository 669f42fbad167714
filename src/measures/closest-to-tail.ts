import type { TailStatistics } from './detect-tails.ts';
import { extremeShares } from './extreme-shares.ts';
import type { TailRule } from './tail-rule.ts';
import { zByLayer } from './z-of-mean.ts';

/** How near a dimension comes to being a tail, on its stronger side. */
export interface Closest {
  readonly dim: number;
  readonly side: 'min' | 'max';
  /** Share of all measured vectors whose minimum (maximum) it is, [layers]. */
  readonly share: Float64Array;
  /** z of its mean, [layers]. */
  readonly z: Float64Array;
}

/**
 * The dimension that comes closest to a tail over all measured vectors: by how many times it is over the
 * rule's thresholds, on average over layers 1..L. Says nothing of whether it is one.
 * @returns undefined without dimensions
 */
export function closestToTail(statistics: TailStatistics, rule: TailRule): Closest | undefined {
  const { layers, dims, mean, square, counted } = statistics;
  if (dims === 0) return undefined;
  const z = zByLayer({ layers, dims }, mean, square);
  let best: { readonly closest: Closest; readonly excess: number } | undefined;
  for (const side of ['min', 'max'] as const) {
    const share = extremeShares(side === 'min' ? statistics.minima : statistics.maxima, counted);
    const outwards = side === 'min' ? -1 : 1;
    for (let dim = 0; dim < dims; dim++) {
      let excess = 0;
      for (let l = 1; l < layers; l++) {
        const far = outwards * (z[l * dims + dim] ?? 0);
        excess += Math.max((share[l * dims + dim] ?? 0) / rule.share, far / rule.z);
      }
      if (best !== undefined && excess <= best.excess) continue;
      const shareOf = Float64Array.from({ length: layers }, (_, l) => share[l * dims + dim] ?? 0);
      const zOf = Float64Array.from({ length: layers }, (_, l) => z[l * dims + dim] ?? 0);
      best = { closest: { dim, side, share: shareOf, z: zOf }, excess };
    }
  }
  return best?.closest;
}
