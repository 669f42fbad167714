import { scaleLinear } from 'd3';

/** Rows of histograms over one axis, from bottom bins to top. */
export interface SpreadLayout {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly pitch: number;
  /** Height of a row's largest bin. */
  readonly rise: number;
  readonly ticks: readonly number[];
  readonly x: (value: number) => number;
}

const PITCH = 34;
const TOP = 14;
/** A row's tallest bin may reach into the row above it. */
const RISE = 40;
const FOOT = 36;

export function spreadHeight(rows: number): number {
  return TOP + RISE + Math.max(0, rows - 1) * PITCH + FOOT;
}

/**
 * @param rows one a layer, each a share for every bin of equal width over [from, to]
 */
export function spreadLayout(
  rows: readonly ArrayLike<number>[],
  [from, to]: readonly [number, number],
  width: number,
): SpreadLayout {
  const bins = rows[0]?.length ?? 1;
  const used = rows.flatMap((row) => Array.from(row).flatMap((share, bin) => (share > 0 ? [bin] : [])));
  const size = (to - from) / bins;
  // one bin of paper on each side, and 0 always in sight
  const low = Math.max(from, Math.min(0, from + (Math.min(...used, bins) - 1) * size));
  const high = Math.min(to, Math.max(0, from + (Math.max(...used, -1) + 2) * size));
  const [left, right] = [40, width - 10];
  const scale = scaleLinear([low, high > low ? high : to], [left, right]);
  return {
    left,
    right,
    bottom: spreadHeight(rows.length) - FOOT,
    pitch: PITCH,
    rise: RISE,
    ticks: scale.ticks(Math.max(2, Math.min(9, Math.floor((right - left) / 56)))),
    x: (value) => scale(value),
  };
}

/** The outline of a row's bins over its base line, as an SVG path; closed on request, for a fill. */
export function spreadPath(
  shares: ArrayLike<number>,
  most: number,
  base: number,
  [from, to]: readonly [number, number],
  layout: SpreadLayout,
  closed: boolean,
): string {
  const bins = shares.length;
  const size = (to - from) / bins;
  const round = (value: number): number => Math.round(value * 10) / 10;
  const at = (bin: number): number => round(layout.x(from + bin * size));
  const up = (share: number): number => round(base - (share / most) * layout.rise);
  const first = Array.from(shares).findIndex((share) => share > 0);
  if (first < 0) return '';
  const last = Array.from(shares).findLastIndex((share) => share > 0);
  let path = `M${at(first)},${base}`;
  for (let bin = first; bin <= last; bin++) path += `V${up(shares[bin] ?? 0)}H${at(bin + 1)}`;
  return `${path}V${base}${closed ? 'Z' : ''}`;
}
