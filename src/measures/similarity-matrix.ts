import type { Columns, CosineSample } from './cosine-sample.ts';
import { cutCosines } from './cut-cosines.ts';

/**
 * Cosine of every item with every other in one layer, some dimensions zeroed.
 * @param sample of all pairs (`allPairs`)
 * @returns symmetric [items, items], 1 on the diagonal
 */
export function similarityMatrix(
  sample: CosineSample,
  columns: Columns,
  cut: readonly number[],
  layer: number,
): Float64Array {
  const { items, left, right } = sample;
  const matrix = new Float64Array(items * items);
  for (let i = 0; i < items; i++) matrix[i * items + i] = 1;
  cutCosines(sample, columns, cut, layer).forEach((cosine, pair) => {
    const x = left[pair] ?? 0;
    const y = right[pair] ?? 0;
    matrix[x * items + y] = cosine;
    matrix[y * items + x] = cosine;
  });
  return matrix;
}
