/** How a set of measurements lies; in their own unit. */
export interface Spread {
  readonly count: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly p95: number;
}

/**
 * Quantile of sorted values, linear between the two nearest.
 * @see Hyndman and Fan 1996, definition 7
 */
function quantile(sorted: readonly number[], q: number): number {
  const place = (sorted.length - 1) * q;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** Median, quartiles and 95th percentile; NaN for no values. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    count: sorted.length,
    lower: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upper: quantile(sorted, 0.75),
    p95: quantile(sorted, 0.95),
  };
}

/** One line: `412 ms (quartiles 398–431, p95 460, n = 10)`. */
export function describeSpread(
  { count, lower, median, upper, p95 }: Spread,
  unit: string,
  digits = 0,
): string {
  const [m, l, u, p] = [median, lower, upper, p95].map((value) => value.toFixed(digits));
  return `${m} ${unit} (quartiles ${l}–${u}, p95 ${p}, n = ${count})`;
}
