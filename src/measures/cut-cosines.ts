import type { Column, Columns, CosineSample } from './cosine-sample.ts';

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
  const { items, left, right, dots } = sample;
  const base = layer * items;
  const pairs = left.length;
  const kept = keptSquares(sample, columns, cut, layer);
  for (let p = 0; p < pairs; p++) out[p] = dots[layer * pairs + p] ?? 0;
  for (const d of cut) {
    const column = columnOf(columns, d);
    for (let p = 0; p < pairs; p++) {
      const product = (column[base + (left[p] ?? 0)] ?? 0) * (column[base + (right[p] ?? 0)] ?? 0);
      out[p] = (out[p] ?? 0) - product;
    }
  }
  for (let p = 0; p < pairs; p++) {
    const cosine = (out[p] ?? 0) / Math.sqrt((kept[left[p] ?? 0] ?? 0) * (kept[right[p] ?? 0] ?? 0));
    out[p] = cosine > 1 ? 1 : cosine < -1 ? -1 : cosine;
  }
  return out;
}

/**
 * The squared norms that a cut leaves in one layer, [items]; Infinity where it leaves nothing: such a
 * vector is as far as can be from every other, since dot / infinity is 0.
 * @throws RangeError when a column is missing
 */
export function keptSquares(
  { items, squares }: CosineSample,
  columns: Columns,
  cut: readonly number[],
  layer: number,
): Float64Array {
  const base = layer * items;
  const kept = squares.slice(base, base + items);
  for (const d of cut) {
    const column = columnOf(columns, d);
    for (let i = 0; i < items; i++) kept[i] = (kept[i] ?? 0) - (column[base + i] ?? 0) ** 2;
  }
  for (let i = 0; i < items; i++) {
    if (!((kept[i] ?? 0) > NOTHING_LEFT * (squares[base + i] ?? 0))) kept[i] = Infinity;
  }
  return kept;
}

function columnOf(columns: Columns, dim: number): Column {
  const column = columns.get(dim);
  if (column === undefined) throw new RangeError(`no column of dimension ${dim}`);
  return column;
}
