/**
 * Moves points along a line as little as it takes for neighbours to be `gap` apart within [low, high];
 * their order is kept. Where there is no room for all, they are spaced evenly.
 */
export function spread(
  positions: readonly number[],
  gap: number,
  low: number,
  high: number,
): readonly number[] {
  const n = positions.length;
  const order = positions.map((_, i) => i).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const room = n > 1 ? Math.min(gap, (high - low) / (n - 1)) : gap;
  const out = new Array<number>(n).fill(low);
  let floor = low;
  for (const i of order) {
    const place = Math.max(positions[i] ?? low, floor);
    out[i] = place;
    floor = place + room;
  }
  let ceiling = high;
  for (const i of order.reverse()) {
    const place = Math.min(out[i] ?? high, ceiling);
    out[i] = place;
    ceiling = place - room;
  }
  return out;
}
