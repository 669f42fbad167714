/** Which end of a vector a tail takes: drawn as a triangle pointing down (min) or up (max). */
export type TailSide = 'min' | 'max';

/** An outlier dimension as charts know it: a number that gets the tail colour and a triangle. */
export interface Tail {
  readonly dim: number;
  readonly side: TailSide;
  /** Not one here, or not of all vectors: a lighter mark, and no spike of its own. */
  readonly faint?: boolean;
  /** Said beside the spike in place of the chart's own words; nothing but the number where empty. */
  readonly label?: string;
}

/** The side of each tail, by dimension. */
export function tailSides(tails: readonly Tail[]): ReadonlyMap<number, TailSide> {
  return new Map(tails.map((tail) => [tail.dim, tail.side]));
}
