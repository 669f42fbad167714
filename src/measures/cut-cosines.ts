import type { Columns, CosineSample } from './cosine-sample.ts';

/**
 * A vector of whose squared norm a cut leaves less than this share counts as zero: the downdate has
 * then lost its digits, and what it would show is rounding (docs/measures.md gives the bound).
 */
export const NOTHING_LEFT = 1e-10;

/**
 * Cosine of every pair of a sample with some dimensions zeroed, from what is kept of it: each zeroed
 * dimension takes x_d y_d from the dot product and x_d^2 from the squared norm. A vector with nothing
 * left has cosine 0 with every other.
 * @param columns must hold every cut dimension
 * @param cut dimensions without repeats; none gives the cosines as they are
 * @param out overwritten and returned, [pairs]
 * @throws RangeError when a column is missing
 */
export function cutCosines(
  sample: CosineSample,
  columns: Columns,
  cut: readonly number[],
  layer: number,
  out = new Float64Array(sample.left.length),
): Float64Array {
  const { items, squares, left, right, dots } = sample;
  const base = layer * items;
  const cutColumns = cut.map((d) => {
    const column = columns.get(d);
    if (column === undefined) throw new RangeError(`no column of dimension ${d}`);
    return column.subarray(base, base + items);
  });

  const scale = new Float64Array(items); // 1 / norm after the cut, 0 where nothing is left
  for (let i = 0; i < items; i++) {
    const square = squares[base + i] ?? 0;
    let kept = square;
    for (const column of cutColumns) kept -= (column[i] ?? 0) ** 2;
    scale[i] = kept > NOTHING_LEFT * square ? 1 / Math.sqrt(kept) : 0;
  }

  const pairs = left.length;
  for (let p = 0; p < pairs; p++) {
    const x = left[p] ?? 0;
    const y = right[p] ?? 0;
    let dot = dots[layer * pairs + p] ?? 0;
    for (const column of cutColumns) dot -= (column[x] ?? 0) * (column[y] ?? 0);
    const cosine = dot * (scale[x] ?? 0) * (scale[y] ?? 0);
    out[p] = Math.min(1, Math.max(-1, cosine));
  }
  return out;
}
