import { seeded } from '../core/random.ts';
import type { PackedSymmetric } from './packed-symmetric.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** The first principal components of vectors. */
export interface LeadingComponents {
  /** Variance along each, largest first. */
  readonly variances: Float64Array;
  /** Of length 1, one a row, [components, dims]; its largest element is positive. */
  readonly vectors: Float64Array;
  /** Variance in all directions together. */
  readonly total: number;
}

/** Directions iterated beside those asked for: each takes the error down by a further ratio of variances. */
const BESIDE = 4;
const MOST_ROUNDS = 500;
/** Change of a variance, against the largest, at which it stands. */
const STANDS = 1e-11;

/**
 * The directions of the largest variance, by subspace iteration: of hundreds of dimensions two are found in some milliseconds,
 * where all would take a second.
 * @param covariance of one layer
 */
export function leadingComponents(
  covariance: PackedSymmetric,
  dims: number,
  count: number,
): LeadingComponents {
  const size = Math.min(dims, count + BESIDE);
  const random = seeded(1);
  let basis: readonly Float64Array[] = Array.from({ length: size }, () =>
    Float64Array.from({ length: dims }, () => random() - 0.5),
  );
  orthonormalize(basis);
  let values: Float64Array = new Float64Array(size);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const images = basis.map((vector) => times(covariance, vector));
    // within the subspace the components are exact
    const inner = Float64Array.from({ length: size * size }, (_, i) =>
      dot(basis[Math.floor(i / size)], images[i % size]),
    );
    const { values: found, vectors } = symmetricEigen(inner, size);
    const moved = found.reduce(
      (most, value, i) => (i < count ? Math.max(most, Math.abs(value - (values[i] ?? 0))) : most),
      0,
    );
    values = Float64Array.from(found);
    const settled = moved <= STANDS * Math.abs(values[0] ?? 0);
    basis = combined(settled ? basis : images, vectors);
    if (settled) break;
    orthonormalize(basis);
  }
  const kept = Math.min(count, dims);
  const vectors = new Float64Array(kept * dims);
  basis.slice(0, kept).forEach((vector, i) => {
    const largest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
    const sign = largest < 0 ? -1 : 1;
    vectors.set(
      vector.map((value) => sign * value),
      i * dims,
    );
  });
  return {
    variances: values.slice(0, kept).map((value) => Math.max(0, value)),
    vectors,
    total: trace(covariance, dims),
  };
}

/**
 * Where vectors lie along components.
 * @param data vectors one after another, [vectors, dims]
 * @param mean taken away first, [dims]
 * @returns [vectors, components]
 */
export function projections(
  data: Float32Array,
  mean: ArrayLike<number>,
  { vectors }: LeadingComponents,
): Float64Array {
  const dims = mean.length;
  const components = vectors.length / dims;
  const out = new Float64Array((data.length / dims) * components);
  for (let i = 0; i < out.length; i++) {
    const from = Math.floor(i / components) * dims;
    const component = (i % components) * dims;
    let sum = 0;
    for (let d = 0; d < dims; d++)
      sum += ((data[from + d] ?? 0) - (mean[d] ?? 0)) * (vectors[component + d] ?? 0);
    out[i] = sum;
  }
  return out;
}

function times(packed: PackedSymmetric, vector: Float64Array): Float64Array {
  const dims = vector.length;
  const out = new Float64Array(dims);
  let at = 0;
  for (let row = 0; row < dims; row++) {
    const own = vector[row] ?? 0;
    let sum = (packed[at++] ?? 0) * own;
    for (let column = row + 1; column < dims; column++) {
      const value = packed[at++] ?? 0;
      sum += value * (vector[column] ?? 0);
      out[column] = (out[column] ?? 0) + value * own;
    }
    out[row] = (out[row] ?? 0) + sum;
  }
  return out;
}

/** @param vectors [size, size], each row how much of each of the given vectors */
function combined(given: readonly Float64Array[], vectors: Float64Array): Float64Array[] {
  return given.map((first, i) => {
    const out = new Float64Array(first.length);
    given.forEach((vector, j) => {
      const weight = vectors[i * given.length + j] ?? 0;
      for (let d = 0; d < out.length; d++) out[d] = (out[d] ?? 0) + weight * (vector[d] ?? 0);
    });
    return out;
  });
}

/** Gram and Schmidt, twice: once leaves rounding where vectors are nearly the same. A vector with nothing of its own becomes zero. */
function orthonormalize(basis: readonly Float64Array[]): void {
  basis.forEach((vector, i) => {
    const before = Math.sqrt(dot(vector, vector));
    for (let pass = 0; pass < 2; pass++)
      for (const other of basis.slice(0, i)) {
        const along = dot(vector, other);
        for (let d = 0; d < vector.length; d++) vector[d] = (vector[d] ?? 0) - along * (other[d] ?? 0);
      }
    const length = Math.sqrt(dot(vector, vector));
    const scale = length > 1e-12 * before ? 1 / length : 0;
    for (let d = 0; d < vector.length; d++) vector[d] = (vector[d] ?? 0) * scale;
  });
}

function trace(packed: PackedSymmetric, dims: number): number {
  let [sum, at] = [0, 0];
  for (let row = 0; row < dims; row++) {
    sum += packed[at] ?? 0;
    at += dims - row;
  }
  return sum;
}

function dot(x: Float64Array | undefined, y: Float64Array | undefined): number {
  let sum = 0;
  if (x && y) for (let d = 0; d < x.length; d++) sum += (x[d] ?? 0) * (y[d] ?? 0);
  return sum;
}
