import type { HiddenStates } from '../core/hidden-states.ts';

/**
 * The mean of some tokens' vectors in one layer, in float64.
 * @param rows tokens of the batch; none gives zeros
 * @param out overwritten and returned, [dims]
 */
export function meanOfRows(
  { tokens, dims, data }: HiddenStates,
  layer: number,
  rows: readonly number[],
  out: Float64Array,
): Float64Array {
  out.fill(0);
  const place = (r: number): number => (layer * tokens + (rows[r] ?? 0)) * dims;
  let r = 0;
  // three at a time, in the same order: sums are read and written once for all three, which is most of the work
  for (; r + 2 < rows.length; r += 3) {
    const [a, b, c] = [place(r), place(r + 1), place(r + 2)];
    for (let d = 0; d < dims; d++)
      out[d] = (out[d] ?? 0) + (data[a + d] ?? 0) + (data[b + d] ?? 0) + (data[c + d] ?? 0);
  }
  for (; r < rows.length; r++) {
    const from = place(r);
    for (let d = 0; d < dims; d++) out[d] = (out[d] ?? 0) + (data[from + d] ?? 0);
  }
  if (rows.length > 1) for (let d = 0; d < dims; d++) out[d] = (out[d] ?? 0) / rows.length;
  return out;
}
