/**
 * Quantile between ranks, linear as NumPy's default.
 * @param sorted rising
 * @param q from 0 to 1
 * @returns NaN of nothing
 */
export function quantile(sorted: ArrayLike<number>, q: number): number {
  const rank = q * (sorted.length - 1);
  const below = Math.floor(rank);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  return low + (high - low) * (rank - below);
}
