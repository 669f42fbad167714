import { controlDraws } from '../../../measures/control-draws.ts';
import { cosineSpread } from '../../../measures/cosine-spread.ts';
import { cutCosines } from '../../../measures/cut-cosines.ts';
import { evennessByLayer } from '../../../measures/geometry-figures.ts';
import { packedLength } from '../../../measures/packed-symmetric.ts';
import type { GeometryResult } from '../../../protocol/experiments/geometry.ts';
import { memo } from '../../memo.ts';

/** A figure of one layer whole, with the cut, and over the draws of random dimensions. */
export interface ControlledFigure {
  readonly whole: number;
  readonly cut: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Controlled {
  readonly draws: number;
  /** Of the pairs that are held; undefined where a drawn dimension's column is not. */
  readonly anisotropy: ControlledFigure | undefined;
  readonly isoScore: ControlledFigure;
  readonly kurtosis: ControlledFigure;
}

/** The control for a cut after the network, in one layer: as many random dimensions cut instead, by downdate. */
export const controlOf = memo(
  (result: GeometryResult, cut: readonly number[], seed: number, layer: number): Controlled => {
    const { before, dims } = result;
    const draws = controlDraws(dims, cut, seed);
    const size = packedLength(dims);
    const own = {
      square: before.square.subarray(layer * dims, (layer + 1) * dims),
      covariance: before.covariance.subarray(layer * size, (layer + 1) * size),
    };
    const evenness = (of: readonly number[]) => evennessByLayer(own, { layers: 1, dims }, of)[0];
    const [whole, left, drawn] = [evenness([]), evenness(cut), draws.map(evenness)];
    const figure = (of: 'isoScore' | 'kurtosis'): ControlledFigure =>
      ranged(
        whole?.[of] ?? NaN,
        left?.[of] ?? NaN,
        drawn.map((one) => one?.[of] ?? NaN),
      );
    const { sample, columns } = result.pairs;
    const there = [cut, ...draws].every((list) => list.every((dim) => columns.has(dim)));
    const mean = (of: readonly number[]) =>
      cosineSpread(cutCosines(sample, columns, of, layer), sample.weights).mean;
    return {
      draws: draws.length,
      anisotropy: there ? ranged(mean([]), mean(cut), draws.map(mean)) : undefined,
      isoScore: figure('isoScore'),
      kurtosis: figure('kurtosis'),
    };
  },
);

function ranged(whole: number, cut: number, drawn: readonly number[]): ControlledFigure {
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  return { whole, cut, mean, low: Math.min(...drawn), high: Math.max(...drawn) };
}
