/**
 * The line through values at x = left + i * step, with some of them drawn at 0 instead (they have marks
 * of their own). Where several values share a px it goes through the smallest and the largest of them,
 * so that no spike is lost.
 */
export function spikePath(
  values: ArrayLike<number>,
  left: number,
  step: number,
  y: (value: number) => number,
  atZero?: { has(dim: number): boolean },
): string {
  const parts: string[] = [];
  const put = (x: number, value: number): void => {
    parts.push(`${parts.length === 0 ? 'M' : 'L'}${tenth(x)},${tenth(y(value))}`);
  };
  const n = values.length;
  const perPx = Math.max(1, Math.floor(0.75 / step));
  for (let i = 0; i < n; i += perPx) {
    if (perPx === 1) {
      put(left + i * step, atZero?.has(i) === true ? 0 : (values[i] ?? 0));
      continue;
    }
    let low = Infinity;
    let high = -Infinity;
    for (let j = i; j < Math.min(n, i + perPx); j++) {
      const v = atZero?.has(j) === true ? 0 : (values[j] ?? 0);
      if (v < low) low = v;
      if (v > high) high = v;
    }
    put(left + i * step, low);
    if (high !== low) put(left + i * step, high);
  }
  return parts.join('');
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
