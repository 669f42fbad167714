import { at } from '../core/at.ts';
import { zOfMean } from './z-of-mean.ts';

/** A dimension of a vector of weights, and how far it stands from the others. */
export interface OutOfLine {
  readonly dim: number;
  readonly value: number;
  /** Standard deviations from the vector's mean over its dimensions. */
  readonly z: number;
}

/**
 * The dimensions of a vector that are largest in absolute value, largest first.
 * @param vector [dims]; ties go to the first dimension
 */
export function largestMagnitudes(vector: Float32Array, count: number): readonly OutOfLine[] {
  const z = zOfMean(vector);
  const order = Array.from(vector.keys()).sort((a, b) => Math.abs(at(vector, b)) - Math.abs(at(vector, a)));
  return order.slice(0, count).map((dim) => ({ dim, value: at(vector, dim), z: at(z, dim) }));
}

/** From here on a dimension of a vector of weights is out of line: Kovaleva et al. 2021 take three standard deviations. */
export const OUT_OF_LINE = 3;

/** A LayerNorm's scale (gamma) and shift (beta), [dims] each. */
export interface NormVectors {
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
}

/** A dimension that is out of line where the network's hidden states get their shape. */
export interface Origin {
  readonly dim: number;
  /** LayerNorms whose gamma (beta) has it out of line. */
  readonly gammas: number;
  readonly betas: number;
  /** z of its mean position embedding; undefined without position embeddings. */
  readonly position: number | undefined;
}

/**
 * The dimensions that are out of line in most vectors of a checkpoint's LayerNorms, most first; of equals,
 * the one farther out in the mean position embedding. A dimension that is out of line in none is left out.
 * @param norms the LayerNorms in any order
 * @param positions mean position embedding, [dims]
 * @see Kovaleva et al. 2021, "BERT Busters", section 3
 */
export function tailOrigins(
  norms: readonly NormVectors[],
  positions: Float32Array | undefined,
  count: number,
): readonly Origin[] {
  const dims = positions?.length ?? norms[0]?.gamma.length ?? 0;
  const far = positions && zOfMean(positions);
  const gammas = outOfLineCounts(
    norms.map(({ gamma }) => gamma),
    dims,
  );
  const betas = outOfLineCounts(
    norms.map(({ beta }) => beta),
    dims,
  );
  const spread = (dim: number): number => (far ? Math.abs(at(far, dim)) : 0);
  const score = (dim: number): number => at(gammas, dim) + at(betas, dim);
  return Array.from({ length: dims }, (_, dim) => dim)
    .filter((dim) => score(dim) > 0 || spread(dim) >= OUT_OF_LINE)
    .sort((a, b) => score(b) - score(a) || spread(b) - spread(a))
    .slice(0, count)
    .map((dim) => ({ dim, gammas: at(gammas, dim), betas: at(betas, dim), position: far && at(far, dim) }));
}

/** In how many of some vectors each dimension is out of line, [dims]. */
function outOfLineCounts(vectors: readonly Float32Array[], dims: number): Uint32Array {
  const counts = new Uint32Array(dims);
  for (const vector of vectors)
    for (const [dim, z] of zOfMean(vector).entries())
      if (Math.abs(z) >= OUT_OF_LINE && dim < dims) counts[dim] = (counts[dim] ?? 0) + 1;
  return counts;
}
