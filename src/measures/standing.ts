import { at } from '../core/at.ts';
import { zOfMean } from './z-of-mean.ts';

/** How one dimension of a vector stands among the others. Ranks count from 1; equal values share the better rank. */
export interface Standing {
  readonly dim: number;
  readonly value: number;
  /** Standard deviations from the vector's mean over its dimensions. */
  readonly z: number;
  /** By absolute value, from the largest. */
  readonly rank: number;
  readonly fromLargest: number;
  readonly fromSmallest: number;
}

/**
 * How chosen dimensions of a vector stand among all.
 * @param vector [dims]
 */
export function standings(vector: Float32Array | Float64Array, dims: readonly number[]): readonly Standing[] {
  const z = zOfMean(vector);
  return dims.map((dim) => {
    const value = at(vector, dim);
    let greater = 0;
    let less = 0;
    for (const other of vector) {
      if (other > value) greater++;
      else if (other < value) less++;
    }
    return {
      dim,
      value,
      z: at(z, dim),
      rank: magnitudeRank(vector, dim),
      fromLargest: greater + 1,
      fromSmallest: less + 1,
    };
  });
}

/** A dimension's rank by absolute value among all of a vector's, from 1 for the largest. */
export function magnitudeRank(vector: Float32Array | Float64Array, dim: number): number {
  const value = Math.abs(at(vector, dim));
  let greater = 0;
  for (const other of vector) if (Math.abs(other) > value) greater++;
  return greater + 1;
}
