import { expect } from 'vitest';

/** The figures of the layers, each as far from the reference as the tolerance allows; one that is missing is not near. */
export function expectNear(
  found: readonly (number | null | undefined)[],
  expected: readonly number[],
  tolerance: number,
): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, layer) => {
    const wanted = expected[layer] ?? NaN;
    const off = Math.abs((value ?? NaN) - wanted);
    expect(off, `layer ${layer}: ${value ?? 'none'}, not ${wanted}`).toBeLessThanOrEqual(tolerance);
  });
}
