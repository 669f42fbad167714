import { middle95 } from './bootstrap.ts';
import { cosineSpread, type CosineSpread } from './cosine-spread.ts';
import {
  componentsOfLayer,
  evennessByLayer,
  type MomentShape,
  type VectorMoments,
} from './geometry-figures.ts';

/** A figure before and after a treatment. */
export interface Both<T> {
  readonly before: T;
  readonly after: T;
}

/** Means of an expectation, and where the middle 95 % of its resamples lie; not numbers where there are none. */
export interface AnisotropyFigures extends Both<number> {
  readonly low: number;
  readonly high: number;
  readonly afterLow: number;
  readonly afterHigh: number;
  /** Of after less before, resample by resample. */
  readonly changeLow: number;
  readonly changeHigh: number;
}

export interface GeometryOfLayer {
  readonly anisotropy: AnisotropyFigures;
  readonly cosines: Both<CosineSpread>;
  readonly isoScore: Both<number>;
  readonly kurtosis: Both<number>;
  /** Shares of the variance along the first components. */
  readonly components: Both<Float64Array>;
  /** [dims]; undefined with one sentence. */
  readonly contribution: Both<Float64Array | undefined>;
}

/** What geometryReport needs of one condition (the protocol's GeometryCondition). */
export interface MeasuredCondition extends VectorMoments {
  readonly anisotropy: Float64Array | undefined;
  readonly resampled: Float64Array | undefined;
  readonly contribution: Float64Array | undefined;
  readonly cosines: Float64Array;
}

export interface MeasuredGeometry extends MomentShape {
  readonly before: MeasuredCondition;
  readonly after: MeasuredCondition | undefined;
  readonly pairs: { readonly sample: { readonly weights: Float64Array } };
}

/** Every figure of every layer; after is before where nothing is treated. */
export function geometryReport(result: MeasuredGeometry): readonly GeometryOfLayer[] {
  const { before, after = before, layers, dims, pairs } = result;
  const { weights } = pairs.sample;
  const evenness = { before: evennessByLayer(before, result, []), after: evennessByLayer(after, result, []) };
  const rowOf = (values: Float64Array | undefined, layer: number, size: number) =>
    values?.subarray(layer * size, (layer + 1) * size);
  return Array.from({ length: layers }, (_, layer) => {
    const both = <T>(of: (condition: MeasuredCondition) => T): Both<T> => ({
      before: of(before),
      after: of(after),
    });
    return {
      anisotropy: anisotropyFigures(before, after, layer, layers),
      cosines: both(({ cosines }) =>
        cosineSpread(rowOf(cosines, layer, weights.length) ?? new Float64Array(), weights),
      ),
      isoScore: {
        before: evenness.before[layer]?.isoScore ?? NaN,
        after: evenness.after[layer]?.isoScore ?? NaN,
      },
      kurtosis: {
        before: evenness.before[layer]?.kurtosis ?? NaN,
        after: evenness.after[layer]?.kurtosis ?? NaN,
      },
      components: both((condition) => {
        const { variances, total } = componentsOfLayer(condition, dims, layer, []);
        return variances.map((variance) => variance / total);
      }),
      contribution: both(({ contribution }) => rowOf(contribution, layer, dims)),
    };
  });
}

export function anisotropyFigures(
  before: MeasuredCondition,
  after: MeasuredCondition,
  layer: number,
  layers: number,
): AnisotropyFigures {
  const resamples = ({ resampled }: MeasuredCondition): Float64Array => {
    const size = (resampled?.length ?? 0) / layers;
    return resampled?.subarray(layer * size, (layer + 1) * size) ?? new Float64Array();
  };
  const [own, treated] = [resamples(before), resamples(after)];
  const none = { low: NaN, high: NaN };
  const [whole, rest, change] = [
    own,
    treated,
    treated.map((value, replicate) => value - (own[replicate] ?? NaN)),
  ].map((values) => middle95(values) ?? none);
  return {
    before: before.anisotropy?.[layer] ?? NaN,
    after: after.anisotropy?.[layer] ?? NaN,
    low: whole?.low ?? NaN,
    high: whole?.high ?? NaN,
    afterLow: rest?.low ?? NaN,
    afterHigh: rest?.high ?? NaN,
    changeLow: change?.low ?? NaN,
    changeHigh: change?.high ?? NaN,
  };
}
