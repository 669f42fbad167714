import { middle95, type Interval } from '../../../measures/bootstrap.ts';
import { cosineSpread, type CosineSpread } from '../../../measures/cosine-spread.ts';
import { cosinesOf } from '../../../measures/cosines-of.ts';
import {
  componentsOfLayer,
  evennessByLayer,
  type EvennessOfLayer,
} from '../../../measures/geometry-figures.ts';
import { projections, type LeadingComponents } from '../../../measures/leading-components.ts';
import type { GeometryCondition, GeometryResult } from '../../../protocol/experiments/geometry.ts';
import { memoOf } from '../../memo.ts';
import type { State } from '../../state.ts';
import type { Pair } from '../cosines.ts';
import { comparedBy } from './compared.ts';

/** One side of what is compared: vectors that were measured, some of their dimensions zeroed by downdate. */
export interface GeometrySide {
  readonly result: GeometryResult;
  readonly condition: GeometryCondition;
  readonly cut: readonly number[];
}

const UNCUT: readonly number[] = [];

/** How the vectors lie before and after the treatment. A cut is followed at once, and exactly once it was run. */
export const selectGeometry: (state: State) => Pair<GeometrySide> | undefined = comparedBy('geometry', {
  whole: (result): GeometrySide => ({ result, condition: result.before, cut: UNCUT }),
  treated: (result): GeometrySide => ({ result, condition: result.after ?? result.before, cut: UNCUT }),
  cut: (result, cut): GeometrySide => ({ result, condition: result.before, cut }),
});

/** IsoScore and kurtosis of each layer. */
export const evennessOf = memoOf(({ result, condition, cut }: GeometrySide): readonly EvennessOfLayer[] =>
  evennessByLayer(condition, result, cut),
);

/** Cosines of the pairs, [layers, pairs]. */
const cosines = memoOf(({ result, condition, cut }: GeometrySide): Float64Array => {
  const { sample, columns } = result.pairs;
  return cut.length === 0 ? condition.cosines : cosinesOf(sample, columns, cut);
});

/** How the cosines of each layer's pairs are spread. */
export const spreadsOf = memoOf((side: GeometrySide): readonly CosineSpread[] => {
  const { layers, pairs } = side.result;
  const { weights } = pairs.sample;
  const all = cosines(side);
  return Array.from({ length: layers }, (_, layer) =>
    cosineSpread(all.subarray(layer * weights.length, (layer + 1) * weights.length), weights),
  );
});

export interface SideAnisotropy {
  /** By layer; not numbers with one sentence. */
  readonly values: Float64Array;
  /** 95 % of resampled sentences, by layer; none where the values are estimated, or of fewer than three sentences. */
  readonly intervals: readonly (Interval | undefined)[];
  /** Whether it is the expectation over all pairs, or that of whole vectors and the change that the held pairs show. */
  readonly exact: boolean;
}

export const anisotropyOf = memoOf((side: GeometrySide): SideAnisotropy => {
  const { result, condition, cut } = side;
  const { layers } = result;
  const { anisotropy, resampled } = condition;
  const size = (resampled?.length ?? 0) / layers;
  const whole = Float64Array.from({ length: layers }, (_, layer) => anisotropy?.[layer] ?? NaN);
  if (cut.length === 0)
    return {
      values: whole,
      intervals: Array.from(whole, (_, layer) =>
        middle95(resampled?.subarray(layer * size, (layer + 1) * size) ?? new Float64Array()),
      ),
      exact: true,
    };
  const left = spreadsOf(side);
  const before = spreadsOf(wholeOf(result));
  const values = whole.map(
    (value, layer) => value + (left[layer]?.mean ?? NaN) - (before[layer]?.mean ?? NaN),
  );
  return { values, intervals: Array.from(whole, () => undefined), exact: false };
});

/** The same side whenever it is asked for. */
const wholeOf = memoOf((result: GeometryResult): GeometrySide => ({
  result,
  condition: result.before,
  cut: UNCUT,
}));

/** The points of one layer in the plane of its first components. */
export interface PlaneOfLayer {
  /** [points, 2] */
  readonly places: Float64Array;
  readonly components: LeadingComponents;
}

const planes = memoOf<GeometrySide, Map<number, PlaneOfLayer>>(() => new Map());

export function planeOf(side: GeometrySide, layer: number): PlaneOfLayer {
  const known = planes(side).get(layer);
  if (known) return known;
  const { result, condition, cut } = side;
  const { dims } = result;
  const components = componentsOfLayer(condition, dims, layer, cut);
  // a zeroed dimension has no part in a component, so that its values in the points do not count
  const mean = condition.mean.subarray(layer * dims, (layer + 1) * dims);
  const plane = { components, places: projections(pointsOf(side, layer), mean, components) };
  planes(side).set(layer, plane);
  return plane;
}

/** Vectors of the points in one layer as they were measured, [points, dims]. */
function pointsOf({ result, condition }: GeometrySide, layer: number): Float32Array {
  const size = result.points.length * result.dims;
  return condition.points.subarray(layer * size, (layer + 1) * size);
}

const cutPoints = memoOf<GeometrySide, Map<number, Float32Array>>(() => new Map());

/** The same with what is cut at zero; the same array for the same side and layer. */
export function pointVectors(side: GeometrySide, layer: number): Float32Array {
  const known = cutPoints(side).get(layer);
  if (known) return known;
  const { dims } = side.result;
  const vectors = pointsOf(side, layer).slice();
  for (const d of side.cut) for (let i = d; i < vectors.length; i += dims) vectors[i] = 0;
  cutPoints(side).set(layer, vectors);
  return vectors;
}
