import { scaleLog } from 'd3';
import { runAxis, type RunAxis, type RunAxisKind } from '../scale/run-axis.ts';

export interface RunLinesLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly axis: RunAxis;
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
}

/** px between two named values. */
const APART = 22;

/** Scales of lines that fall or rise by many times over a run: the vertical axis is logarithmic. */
export function runLinesLayout(
  values: readonly number[],
  places: readonly number[],
  kind: RunAxisKind,
  width: number,
  height: number,
): RunLinesLayout {
  const [left, right, top, bottom] = [50, width - 14, 10, height - 42];
  const positive = values.filter((value) => value > 0);
  const low = positive.reduce((a, b) => Math.min(a, b), Infinity);
  const high = positive.reduce((a, b) => Math.max(a, b), 0);
  const scale = Number.isFinite(low)
    ? scaleLog([low * 0.8, high * 1.25], [bottom, top])
    : scaleLog([1, 10], [bottom, top]);
  const ticks: number[] = [];
  for (const tick of [...scale.ticks(10)].sort((a, b) => rank(a) - rank(b)))
    if (ticks.every((other) => Math.abs(scale(other) - scale(tick)) >= APART)) ticks.push(tick);
  return {
    left,
    right,
    top,
    bottom,
    axis: runAxis(kind, places, left, right),
    y: (value) => scale(value),
    ticks,
  };
}

/** Powers of ten go first, then twice and five times one. */
function rank(tick: number): number {
  const lead = Math.round(tick / 10 ** Math.floor(Math.log10(tick) + 1e-9));
  return lead === 1 ? 0 : lead === 2 || lead === 5 ? 1 : 2;
}
