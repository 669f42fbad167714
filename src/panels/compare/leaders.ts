import { at } from '../../core/at.ts';
import { extremeShares } from '../../measures/extreme-shares.ts';
import { zOfMean } from '../../measures/z-of-mean.ts';
import type { PortraitResult } from '../../protocol/experiments/compare.ts';

export interface Leader {
  readonly dim: number;
  readonly value: number;
}

/** Who leads a layer: the minimum and the maximum of the most vectors, and the mean furthest from the others'. */
export interface LayerLeaders {
  readonly smallest: Leader;
  readonly largest: Leader;
  readonly z: Leader;
}

export function leadersOf({
  layers,
  dims,
  counted,
  minima,
  maxima,
  mean,
  square,
}: PortraitResult): LayerLeaders[] {
  const [smallest, largest] = [extremeShares(minima, counted), extremeShares(maxima, counted)];
  return Array.from({ length: layers }, (_, layer) => {
    const row = [layer * dims, (layer + 1) * dims] as const;
    return {
      smallest: leader(smallest.subarray(...row)),
      largest: leader(largest.subarray(...row)),
      z: leader(zOfMean(mean.subarray(...row), square.subarray(...row))),
    };
  });
}

/** The largest share of any dimension at either end, by layer. */
export function largestShares(leaders: readonly LayerLeaders[]): Float64Array {
  return Float64Array.from(leaders, ({ smallest, largest }) => Math.max(smallest.value, largest.value));
}

/** The largest by size, the first on ties. */
function leader(values: Float64Array): Leader {
  let dim = 0;
  for (let d = 1; d < values.length; d++) if (Math.abs(at(values, d)) > Math.abs(at(values, dim))) dim = d;
  return { dim, value: values[dim] ?? NaN };
}
