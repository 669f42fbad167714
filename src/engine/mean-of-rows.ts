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
  for (const row of rows) {
    const from = (layer * tokens + row) * dims;
    for (let d = 0; d < dims; d++) out[d] = (out[d] ?? 0) + (data[from + d] ?? 0);
  }
  if (rows.length > 1) for (let d = 0; d < dims; d++) out[d] = (out[d] ?? 0) / rows.length;
  return out;
}
