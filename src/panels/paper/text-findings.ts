import type { Tail } from '../../measures/detect-tails.ts';
import { zOfMean } from '../../measures/z-of-mean.ts';
import type { Peak, TailFindings } from '../../paper/findings.ts';
import type { Exploration } from '../../protocol/exploration.ts';

/** The tails over all vectors, and each layer's farthest mean. */
export function tailFindings(exploration: Exploration, tails: readonly Tail[]): TailFindings {
  const { layers, dims, mean } = exploration;
  return {
    found: tails
      .filter(({ scope }) => scope === 'all')
      .map(({ dim, side, layers: where, share }) => ({ dim, side, layers: where, share: Array.from(share) })),
    peaks: Array.from({ length: layers }, (_, layer) =>
      peakOf(mean.subarray(layer * dims, (layer + 1) * dims)),
    ),
  };
}

/** @param mean [dims] */
function peakOf(mean: Float32Array | Float64Array): Peak {
  const z = zOfMean(mean);
  let dim = 0;
  for (const [d, value] of z.entries()) if (Math.abs(value) > Math.abs(z[dim] ?? 0)) dim = d;
  return { dim, z: z[dim] ?? NaN, mean: mean[dim] ?? NaN };
}
