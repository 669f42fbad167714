/** A symmetric matrix as its rows from the diagonal on, one after another: half the memory, [size (size + 1) / 2]. */
export type PackedSymmetric = Float64Array;

export function packedLength(size: number): number {
  return (size * (size + 1)) / 2;
}

/** @param matrix row-major [size, size] */
export function packSymmetric(matrix: ArrayLike<number>, size: number): PackedSymmetric {
  const packed = new Float64Array(packedLength(size));
  let at = 0;
  for (let row = 0; row < size; row++)
    for (let column = row; column < size; column++) packed[at++] = matrix[row * size + column] ?? 0;
  return packed;
}

/** The matrix again, row-major [size, size]. */
export function unpackSymmetric(packed: PackedSymmetric, size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  let at = 0;
  for (let row = 0; row < size; row++)
    for (let column = row; column < size; column++) {
      const value = packed[at++] ?? 0;
      matrix[row * size + column] = value;
      matrix[column * size + row] = value;
    }
  return matrix;
}

/** The same with the rows and columns of some dimensions at zero: the covariance of vectors whose dimensions are zeroed. */
export function withoutDimensions(
  packed: PackedSymmetric,
  size: number,
  cut: readonly number[],
): PackedSymmetric {
  const left = packed.slice();
  for (const d of cut) {
    for (let other = 0; other < size; other++) {
      const [row, column] = other < d ? [other, d] : [d, other];
      left[row * size - (row * (row - 1)) / 2 + column - row] = 0;
    }
  }
  return left;
}
