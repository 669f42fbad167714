import { scaleLinear } from 'd3';
import { textWidth } from '../scale/text-width.ts';

export interface HeatLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly row: number;
  readonly bottom: number;
  readonly height: number;
  readonly xTicks: readonly number[];
  /** Left edge of a dimension's column. */
  readonly x: (dim: number) => number;
}

export function heatLayout(labels: readonly string[], dims: number, width: number): HeatLayout {
  const left = Math.max(...labels.map((label) => textWidth(label, 12.5, true)), 10) + 10;
  const right = Math.max(left + 20, width - 8);
  const row = Math.max(9, Math.min(22, Math.floor(190 / Math.max(1, labels.length))));
  const top = 22;
  const bottom = top + row * labels.length;
  const last = Math.max(1, dims - 1);
  const each = (right - left) / Math.max(1, dims);
  const x = (dim: number): number => left + dim * each;
  const ticks = scaleLinear([0, last], [left, right]).ticks(Math.max(2, Math.floor((right - left) / 64)));
  return {
    left,
    right,
    top,
    row,
    bottom,
    height: bottom + 62,
    xTicks: [...ticks.filter((tick) => x(last) - x(tick) > 46), last],
    x,
  };
}

/**
 * For each px of a row the dimension drawn in it: of those that share it, the one furthest from 0, so
 * that a tail is never lost on a narrow screen.
 */
export function columnDims(z: ArrayLike<number>, layer: number, dims: number, px: number): Uint16Array {
  const out = new Uint16Array(px);
  for (let i = 0; i < px; i++) {
    const from = Math.floor((i * dims) / px);
    const to = Math.max(from + 1, Math.floor(((i + 1) * dims) / px));
    let best = from;
    for (let dim = from + 1; dim < to; dim++) {
      if (Math.abs(z[layer * dims + dim] ?? 0) > Math.abs(z[layer * dims + best] ?? 0)) best = dim;
    }
    out[i] = best;
  }
  return out;
}

/**
 * How far from the mean of `dims` values, in their standard deviations with n - 1, one of them can lie: the others are then all
 * alike. The scale ends there, so that it is the same before and after whatever is done, and holds both.
 */
export function farthestZ(dims: number): number {
  return Math.max(1, (dims - 1) / Math.sqrt(Math.max(1, dims)));
}

/** A tail is often half way to the farthest there can be, and the others are ten times nearer: the power keeps both in sight. */
const POWER = 0.75;

/** Place in a diverging ramp: 0..1, 0.5 = zero. */
export function heatPlace(z: number, most: number): number {
  return 0.5 + 0.5 * Math.sign(z) * Math.min(1, Math.abs(z) / most) ** POWER;
}

/** What is named below the ramp: its ends, zero, and what lies well between them. */
export function heatSteps(most: number): readonly number[] {
  const between = [3, 8].filter((z) => z < 0.7 * most);
  return [-most, ...between.map((z) => -z).reverse(), 0, ...between, most];
}
