/**
 * Rank of each value among all, from 1 for the smallest; equal values share the average of their ranks.
 * @returns NaN for all when any value is NaN: then there is no order
 */
export function ranks(values: ArrayLike<number>): Float64Array {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i);
  const value = (i: number) => values[i] ?? NaN;
  const out = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) if (Number.isNaN(value(i))) return out.fill(NaN);
  // a difference of two infinities would be none
  order.sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0));
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && value(order[to] ?? 0) === value(order[from] ?? 0)) to++;
    for (let i = from; i < to; i++) out[order[i] ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return out;
}
