import type { Tail } from '../../measures/detect-tails.ts';
import { zOfMean } from '../../measures/z-of-mean.ts';
import type { Peak, TailFindings } from '../../paper/findings.ts';
import type { Exploration } from '../../protocol/exploration.ts';

/** The tails over all vectors, and each layer's farthest mean. */
export function tailFindings(exploration: Exploration, tails: readonly Tail[]): TailFindings {
  const { layers, dims, mean, square } = exploration;
  return {
    found: tails
      .filter(({ scope }) => scope === 'all')
      .map(({ dim, side, layers: where, share }) => ({ dim, side, layers: where, share: Array.from(share) })),
    peaks: Array.from({ length: layers }, (_, layer) => {
      const row = [layer * dims, (layer + 1) * dims] as const;
      return peakOf(mean.subarray(...row), square.subarray(...row));
    }),
  };
}

/** @param mean, square [dims] */
function peakOf(mean: Float32Array, square: Float32Array): Peak {
  const z = zOfMean(mean, square);
  let dim = 0;
  for (const [d, value] of z.entries()) if (Math.abs(value) > Math.abs(z[dim] ?? 0)) dim = d;
  return { dim, z: z[dim] ?? NaN, mean: mean[dim] ?? NaN };
}
