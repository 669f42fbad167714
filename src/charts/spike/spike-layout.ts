import { scaleLinear } from 'd3';
import { spreadOf, type Spread } from './spread-of.ts';

export interface SpikeLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** px between neighbouring dimensions. */
  readonly step: number;
  readonly spread: Spread;
  readonly yTicks: readonly number[];
  readonly xTicks: readonly number[];
  readonly x: (dim: number) => number;
  readonly y: (value: number) => number;
}

/** Scales and ticks of a spike plot; `extent` widens the values' own range, never narrows it. */
export function spikeLayout(
  values: ArrayLike<number>,
  width: number,
  height: number,
  extent?: readonly [number, number],
): SpikeLayout {
  const spread = spreadOf(values);
  const left = 36;
  const right = Math.max(left + 10, width - 12);
  const top = 12;
  const bottom = height - 38;
  const low = Math.min(spread.low, extent?.[0] ?? 0, 0);
  const high = Math.max(spread.high, extent?.[1] ?? 0, 0);
  // room for triangles and labels beyond the tips
  const pad = (high - low || 1) * 0.07;
  const ticks = Math.max(3, Math.round((bottom - top) / 36));
  const scale = scaleLinear([low - pad, high + pad], [bottom, top]).nice(ticks);
  const last = Math.max(1, values.length - 1);
  const step = (right - left) / last;
  const x = (dim: number): number => left + dim * step;
  const all = scaleLinear([0, last], [left, right]).ticks(Math.max(2, Math.floor((right - left) / 80)));
  // the last dimension is always named: it says how many there are
  const xTicks = [...all.filter((tick) => x(last) - x(tick) > 46), last];
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    step,
    spread,
    yTicks: scale.ticks(ticks),
    xTicks,
    x,
    y: (value) => scale(value),
  };
}

/** Deviations from the mean of all dimensions. */
export function zOf(value: number, spread: Spread): number {
  return spread.sd > 0 ? (value - spread.mean) / spread.sd : 0;
}
