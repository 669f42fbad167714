/**
 * Mean of each column of a table, [dims].
 * @param table row-major [rows, dims]
 */
export function columnMeans(table: Float32Array, dims: number): Float64Array {
  const sums = new Float64Array(dims);
  const rows = Math.floor(table.length / dims);
  for (let row = 0; row < rows; row++)
    for (let d = 0; d < dims; d++) sums[d] = (sums[d] ?? 0) + (table[row * dims + d] ?? 0);
  return sums.map((sum) => (rows === 0 ? 0 : sum / rows));
}
