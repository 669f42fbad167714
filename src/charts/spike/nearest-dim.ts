/**
 * The dimension whose needle (from 0 to its value) is nearest to a point: at the height of a spike's tip
 * the spike is caught from afar, near the zero line every dimension can be.
 */
export function nearestDim(
  values: ArrayLike<number>,
  left: number,
  step: number,
  y: (value: number) => number,
  pointX: number,
  pointY: number,
): number {
  const n = values.length;
  const centre = Math.round((pointX - left) / step);
  const reach = Math.ceil(12 / step);
  const zero = y(0);
  let best = Math.min(n - 1, Math.max(0, centre));
  let least = Infinity;
  for (let i = Math.max(0, centre - reach); i <= Math.min(n - 1, centre + reach); i++) {
    const tip = y(values[i] ?? 0);
    const over = Math.max(0, Math.min(zero, tip) - pointY, pointY - Math.max(zero, tip));
    const distance = Math.hypot(left + i * step - pointX, over);
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}
