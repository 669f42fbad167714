import type { Box } from '../scale/place-labels.ts';
import type { LinesLayout } from './layer-lines-layout.ts';

/** A line as small boxes along it. */
export function strokes(values: ArrayLike<number>, layout: LinesLayout): readonly Box[] {
  const boxes: Box[] = [];
  for (let i = 0; i + 1 < values.length; i++) {
    const from = values[i] ?? NaN;
    const to = values[i + 1] ?? NaN;
    if (!Number.isFinite(from) || !Number.isFinite(to)) continue;
    const [x0, x1, y0, y1] = [layout.x(i), layout.x(i + 1), layout.y(from), layout.y(to)];
    const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / 5);
    for (let k = 0; k <= steps; k++) {
      const part = k / steps;
      boxes.push({ x: x0 + (x1 - x0) * part - 2, y: y0 + (y1 - y0) * part - 2, width: 4, height: 4 });
    }
  }
  return boxes;
}
