export interface Spread {
  readonly mean: number;
  /** Standard deviation with n - 1. */
  readonly sd: number;
  readonly low: number;
  readonly high: number;
}

/** Mean, deviation and range of some numbers; all 0 for none. */
export function spreadOf(values: ArrayLike<number>): Spread {
  const n = values.length;
  if (n === 0) return { mean: 0, sd: 0, low: 0, high: 0 };
  let sum = 0;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < n; i++) {
    const v = values[i] ?? 0;
    sum += v;
    if (v < low) low = v;
    if (v > high) high = v;
  }
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += ((values[i] ?? 0) - mean) ** 2;
  return { mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0, low, high };
}
