import { isoScore } from './iso-score.ts';
import { kurtosis } from './kurtosis.ts';
import { leadingComponents, type LeadingComponents } from './leading-components.ts';
import { packedLength, withoutDimensions } from './packed-symmetric.ts';

/** What is known of the vectors of every layer, and what follows for cut ones without visiting a vector. */
export interface VectorMoments {
  /** Mean square of each dimension, [layers, dims]. */
  readonly square: Float64Array;
  /** Packed, one layer after another. */
  readonly covariance: Float64Array;
}

export interface MomentShape {
  readonly layers: number;
  readonly dims: number;
}

export interface EvennessOfLayer {
  /** Not a number where vectors are all the same. */
  readonly isoScore: number;
  readonly kurtosis: number;
}

/** How evenly the vectors of each layer use their dimensions, some of them zeroed. @param cut without repeats */
export function evennessByLayer(
  moments: VectorMoments,
  { layers, dims }: MomentShape,
  cut: readonly number[],
): readonly EvennessOfLayer[] {
  return Array.from({ length: layers }, (_, layer) => {
    const { square, covariance } = ofLayer(moments, dims, layer, cut);
    return { isoScore: isoScore(covariance, square), kurtosis: kurtosis(square) };
  });
}

/** The first components of one layer's vectors, some dimensions zeroed. */
export function componentsOfLayer(
  moments: VectorMoments,
  dims: number,
  layer: number,
  cut: readonly number[],
): LeadingComponents {
  return leadingComponents(ofLayer(moments, dims, layer, cut).covariance, dims, SHOWN_COMPONENTS);
}

/** Components that a flat picture has. */
export const SHOWN_COMPONENTS = 2;

function ofLayer(
  { square, covariance }: VectorMoments,
  dims: number,
  layer: number,
  cut: readonly number[],
): VectorMoments {
  const size = packedLength(dims);
  const own = covariance.subarray(layer * size, (layer + 1) * size);
  const squares = square.slice(layer * dims, (layer + 1) * dims);
  for (const d of cut) squares[d] = 0;
  return { square: squares, covariance: cut.length === 0 ? own : withoutDimensions(own, dims, cut) };
}
