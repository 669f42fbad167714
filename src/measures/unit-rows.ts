/**
 * Vectors of length 1 in the same directions, so that their products are cosines; zeros stay zeros, whose cosine with anything
 * is 0.
 * @param rows indices of the vectors to take
 * @param start of vector 0 in data
 */
export function unitRows(
  data: Float32Array,
  start: number,
  dims: number,
  rows: ArrayLike<number>,
): Float32Array {
  const out = new Float32Array(rows.length * dims);
  for (let r = 0; r < rows.length; r++) {
    const from = start + (rows[r] ?? 0) * dims;
    let square = 0;
    for (let d = 0; d < dims; d++) square += (data[from + d] ?? 0) ** 2;
    if (square === 0) continue;
    const scale = 1 / Math.sqrt(square);
    for (let d = 0; d < dims; d++) out[r * dims + d] = (data[from + d] ?? 0) * scale;
  }
  return out;
}
