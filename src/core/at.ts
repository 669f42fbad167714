/**
 * Element i of a typed array that the caller's own loop keeps in range. `noUncheckedIndexedAccess`
 * cannot see loop bounds; this says in one place that we do.
 */
export function at(array: Readonly<ArrayLike<number>>, i: number): number {
  return array[i] ?? NaN;
}
