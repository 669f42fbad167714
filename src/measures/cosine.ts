/** Cosine of two vectors; 0 when either is zero. */
export function cosine(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let dot = 0;
  let xx = 0;
  let yy = 0;
  for (let d = 0; d < x.length; d++) {
    const a = x[d] ?? 0;
    const b = y[d] ?? 0;
    dot += a * b;
    xx += a * a;
    yy += b * b;
  }
  if (xx === 0 || yy === 0) return 0;
  return Math.min(1, Math.max(-1, dot / (Math.sqrt(xx) * Math.sqrt(yy))));
}
