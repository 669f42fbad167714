import type { Box } from '../scale/place-labels.ts';
import type { SpikeLayout } from './spike-layout.ts';

/** px that one box covers. */
const WIDE = 4;

/** The line through the values as boxes from its low to its high, for labels to keep clear of. */
export function traceBoxes(
  values: ArrayLike<number>,
  layout: SpikeLayout,
  leaveOut: { has(dim: number): boolean },
): readonly Box[] {
  const { left, step, y } = layout;
  const boxes = new Map<number, [number, number]>();
  for (let dim = 0; dim < values.length; dim++) {
    if (leaveOut.has(dim)) continue;
    const at = y(values[dim] ?? 0);
    const column = Math.floor((dim * step) / WIDE);
    const [top, bottom] = boxes.get(column) ?? [y(0), y(0)];
    boxes.set(column, [Math.min(top, at), Math.max(bottom, at)]);
  }
  return Array.from(boxes, ([column, [top, bottom]]) => ({
    x: left + column * WIDE,
    y: top,
    width: WIDE,
    height: bottom - top,
  }));
}
