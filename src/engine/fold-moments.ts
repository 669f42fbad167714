import { TailscopeError } from '../core/error.ts';
import type { HiddenStates } from '../core/hidden-states.ts';
import type { SecondMoments } from '../measures/second-moments.ts';
import type { Algebra } from './algebra.ts';

/**
 * Folds vectors into the moments of their layers.
 * @param rows of the states to take; all when left out
 * @throws TailscopeError("not-finite" | "run")
 */
export async function foldMoments(
  moments: SecondMoments,
  algebra: Algebra,
  { layers, tokens, dims, data }: HiddenStates,
  rows?: readonly number[],
): Promise<void> {
  const count = rows?.length ?? tokens;
  if (count === 0) return;
  for (let layer = 0; layer < layers; layer++) {
    const all = data.subarray(layer * tokens * dims, (layer + 1) * tokens * dims);
    const vectors = rows ? picked(all, rows, dims) : all.slice();
    const { sum, squares } = columnSums(vectors, dims);
    if (!squares.every(Number.isFinite)) throw TailscopeError.of('not-finite', { layer });
    const matrix = { rows: count, columns: dims, data: vectors };
    const products = moments.products === 'squares' ? squares : await algebra.gram(matrix);
    moments.add(layer, count, sum, products);
  }
}

function picked(data: Float32Array, rows: readonly number[], dims: number): Float32Array {
  const vectors = new Float32Array(rows.length * dims);
  for (const [to, row] of rows.entries()) vectors.set(data.subarray(row * dims, (row + 1) * dims), to * dims);
  return vectors;
}

function columnSums(vectors: Float32Array, dims: number) {
  const sum = new Float64Array(dims);
  const squares = new Float64Array(dims);
  for (let from = 0; from < vectors.length; from += dims) {
    for (let d = 0; d < dims; d++) {
      const x = vectors[from + d] ?? 0;
      sum[d] = (sum[d] ?? 0) + x;
      squares[d] = (squares[d] ?? 0) + x * x;
    }
  }
  return { sum, squares };
}
