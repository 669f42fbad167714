import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

export interface SymmetricEigen {
  /** Largest first, [size]. */
  readonly values: Float64Array;
  /** Of length 1 and at right angles to each other, one a row in the order of the values, [size, size]. */
  readonly vectors: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix. A vector's sign is the one that makes its largest element positive, so that
 * the same matrix gives the same on every machine.
 * @param matrix row-major [size, size]
 */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): SymmetricEigen {
  const rows = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => matrix[i * size + j] ?? 0),
  );
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(rows), {
    assumeSymmetric: true,
  });
  const order = realEigenvalues
    .map((_, i) => i)
    .sort((a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0));
  const vectors = new Float64Array(size * size);
  order.forEach((column, row) => {
    const vector = eigenvectorMatrix.getColumn(column);
    const largest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
    const sign = largest < 0 ? -1 : 1;
    vector.forEach((value, d) => (vectors[row * size + d] = sign * value));
  });
  return { values: Float64Array.from(order, (column) => realEigenvalues[column] ?? 0), vectors };
}
