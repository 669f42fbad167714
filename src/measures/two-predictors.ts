/** Shares of a value's variance that linear regressions explain. */
export interface ExplainedShares {
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/** 1 less the squared correlation of two predictors, from which on they are taken for one. */
const SAME = 1e-10;

/**
 * Folds values with two predictors each into what their regressions explain; no value is kept.
 * Sums are of differences from the first values, so that little cancels.
 */
export class TwoPredictors {
  #n = 0;
  #origin: readonly [number, number, number] = [0, 0, 0];
  readonly #sums = new Float64Array(9);

  add(value: number, first: number, second: number): void {
    if (this.#n === 0) this.#origin = [value, first, second];
    const [v0, a0, b0] = this.#origin;
    const v = value - v0;
    const a = first - a0;
    const b = second - b0;
    this.#n++;
    for (const [i, product] of [v, a, b, v * v, a * a, b * b, v * a, v * b, a * b].entries())
      this.#sums[i] = (this.#sums[i] ?? 0) + product;
  }

  /**
   * Squared multiple correlations. A predictor that is the same everywhere explains nothing.
   * @returns undefined where the value is the same everywhere, so that there is nothing to explain
   */
  explained(): ExplainedShares | undefined {
    const [v = 0, a = 0, b = 0, vv = 0, aa = 0, bb = 0, va = 0, vb = 0, ab = 0] = this.#sums;
    const n = this.#n;
    const spread = (xy: number, x: number, y: number) => xy - (x * y) / Math.max(1, n);
    const values = spread(vv, v, v);
    if (!(values > SAME * Math.max(1e-300, vv))) return undefined;
    const [firsts, seconds] = [spread(aa, a, a), spread(bb, b, b)];
    const first = share(spread(va, v, a), values, firsts);
    const second = share(spread(vb, v, b), values, seconds);
    const between = share(spread(ab, a, b), firsts, seconds);
    const sign = Math.sign(spread(va, v, a) * spread(vb, v, b) * spread(ab, a, b));
    return { first, second, both: bothOf(first, second, between, sign) };
  }
}

/** Squared correlation, from sums of squared differences from the means. */
function share(product: number, one: number, other: number): number {
  if (!(one > 0) || !(other > 0)) return 0;
  return Math.min(1, (product * product) / (one * other));
}

function bothOf(first: number, second: number, between: number, sign: number): number {
  if (1 - between < SAME) return Math.max(first, second);
  const both = (first + second - 2 * sign * Math.sqrt(first * second * between)) / (1 - between);
  return Math.min(1, both);
}
