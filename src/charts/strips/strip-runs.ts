import { round } from '../marks.tsx';
import type { Box } from '../scale/place-labels.ts';
import { textWidth } from '../scale/text-width.ts';

export interface StripPoint {
  readonly x: number;
  readonly y: number;
  /** Whose value it is. */
  readonly dim?: number | undefined;
}

/** A stretch of a curve in which the same dimension has the value. */
export interface StripRun {
  readonly dim: number | undefined;
  /** Its line, from halfway to the point before to halfway to the one after, in px. */
  readonly line: readonly (readonly [number, number])[];
}

/** @param place a point's px */
export function stripRuns(
  points: readonly StripPoint[],
  place: (point: StripPoint) => readonly [number, number],
): readonly StripRun[] {
  const runs: { dim: number | undefined; line: (readonly [number, number])[] }[] = [];
  points.forEach((point, i) => {
    const at = place(point);
    const last = runs.at(-1);
    const before = points[i - 1];
    if (last && before && last.dim === point.dim) {
      last.line.push(at);
      return;
    }
    const [x, y] = before ? place(before) : at;
    const half = [(x + at[0]) / 2, (y + at[1]) / 2] as const;
    last?.line.push(half);
    runs.push({ dim: point.dim, line: before ? [half, at] : [at] });
  });
  return runs;
}

export function linePath({ line }: StripRun): string {
  return line.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)},${round(y)}`).join('');
}

/** Px between the boxes along a line, and of each. */
const STROKE = 4;

/** A run's line as small boxes along it. */
export function runBoxes({ line }: StripRun): readonly Box[] {
  return line.flatMap(([x, y], i) => {
    const [toX, toY] = line[i + 1] ?? [x, y];
    const steps = Math.ceil(Math.hypot(toX - x, toY - y) / STROKE);
    return Array.from({ length: steps + 1 }, (_, k) => {
      const part = steps === 0 ? 0 : k / steps;
      return {
        x: x + (toX - x) * part - STROKE / 2,
        y: y + (toY - y) * part - STROKE / 2,
        width: STROKE,
        height: STROKE,
      };
    });
  });
}

/** The area between a run's line and the axis. */
export function areaPath(run: StripRun, bottom: number): string {
  const [start] = run.line;
  const end = run.line.at(-1);
  if (!start || !end) return '';
  return `${linePath(run)}L${round(end[0])},${round(bottom)}L${round(start[0])},${round(bottom)}z`;
}

/** A run from a place on: the part of it that lies to the right, or all of it where the place is not in it. */
export function runFrom(run: StripRun, x: number): StripRun {
  const [start] = run.line;
  const end = run.line.at(-1);
  if (!start || !end || x <= start[0] || x >= end[0]) return run;
  const [y = start[1]] = along(run.line, x, x);
  return { dim: run.dim, line: [[x, y], ...run.line.filter(([at]) => at > x)] };
}

/**
 * Where a run's number stands in its middle: over its line or under it, the wished side first; nowhere
 * where the run is too narrow for it or there is no room.
 * @param box the plot
 */
export function runLabel(
  { line }: StripRun,
  text: string,
  size: number,
  box: Box,
  wish: 'over' | 'under' = 'over',
): { readonly x: number; readonly y: number } | undefined {
  const from = line[0]?.[0] ?? 0;
  const to = line.at(-1)?.[0] ?? 0;
  const wide = textWidth(text, size, true) + 6;
  if (to - from < wide) return undefined;
  const x = (from + to) / 2;
  let high = Infinity;
  let low = -Infinity;
  for (const y of along(line, x - wide / 2, x + wide / 2)) {
    high = Math.min(high, y);
    low = Math.max(low, y);
  }
  const over = high - 5 - 0.8 * size >= box.y ? { x, y: high - 5 } : undefined;
  const under = low + size + 4 <= box.y + box.height ? { x, y: low + size + 1 } : undefined;
  return wish === 'over' ? (over ?? under) : (under ?? over);
}

/** Heights of a line between two places, at its corners and at both ends. */
function along(line: readonly (readonly [number, number])[], from: number, to: number): readonly number[] {
  const heights: number[] = [];
  line.forEach(([x, y], i) => {
    if (x >= from && x <= to) heights.push(y);
    const next = line[i + 1];
    if (!next) return;
    for (const end of [from, to]) {
      if (x <= end && end < next[0]) heights.push(y + ((next[1] - y) * (end - x)) / (next[0] - x));
    }
  });
  return heights;
}
