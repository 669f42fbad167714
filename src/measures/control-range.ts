/** A figure by layer over all draws of the control: see `controlDraws`. */
export interface ControlRange {
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * The mean of a figure over the draws of the control, and between what it lies, by layer.
 * @param draws the figure by layer, a list a draw
 * @returns not numbers where any draw has none
 */
export function controlRange(draws: readonly ArrayLike<number>[]): ControlRange {
  const layers = draws[0]?.length ?? 0;
  const each = (of: (values: readonly number[]) => number) =>
    Float64Array.from({ length: layers }, (_, layer) => of(draws.map((values) => values[layer] ?? NaN)));
  return {
    mean: each((values) => values.reduce((sum, value) => sum + value, 0) / values.length),
    low: each((values) => Math.min(...values)),
    high: each((values) => Math.max(...values)),
  };
}
