import { scaleLinear } from 'd3';
import type { HistogramEnvelope } from './histogram-envelope.ts';

/** Bin b covers [start + b * width, start + (b + 1) * width). */
export interface Bins {
  readonly start: number;
  readonly width: number;
  readonly count: number;
}

export interface HistogramLayout {
  readonly left: number;
  readonly right: number;
  /** Of a row: its words, then its bars. */
  readonly pitch: number;
  readonly words: number;
  readonly bars: number;
  readonly ticks: readonly number[];
  /** First and last bin drawn. */
  readonly from: number;
  readonly to: number;
  readonly x: (value: number) => number;
  /** Height of a share of a row's vectors. */
  readonly tall: (share: number) => number;
}

/** One scale for all rows, over the bins that hold anything. */
export function histogramLayout(
  rows: readonly ArrayLike<number>[],
  envelope: HistogramEnvelope,
  bins: Bins,
  width: number,
): HistogramLayout {
  let from = bins.count;
  let to = 0;
  let most = 0;
  const see = (share: number, b: number): void => {
    most = Math.max(most, share);
    if (share <= 0) return;
    from = Math.min(from, b);
    to = Math.max(to, b);
  };
  for (let b = 0; b < bins.count; b++) see(envelope.high[b] ?? 0, b);
  for (const counts of rows) {
    const total = totalOf(counts);
    for (let b = 0; b < bins.count; b++) see((counts[b] ?? 0) / total, b);
  }
  if (from > to) [from, to] = [0, bins.count - 1];
  const left = 4;
  const right = Math.max(left + 20, width - 4);
  // 0 stays in sight: it is where a cut puts every value
  const low = Math.min(0, bins.start + from * bins.width);
  const high = Math.max(0, bins.start + (to + 1) * bins.width);
  const scale = scaleLinear([low, high], [left, right]);
  const bars = 64;
  return {
    left,
    right,
    pitch: bars + 42,
    words: 24,
    bars,
    ticks: scale.ticks(Math.max(3, Math.floor((right - left) / 70))),
    from,
    to,
    x: (value) => scale(value),
    tall: (share) => (most === 0 ? 0 : (share / most) * bars),
  };
}

export function totalOf(counts: ArrayLike<number>): number {
  let total = 0;
  const bins = counts.length;
  for (let b = 0; b < bins; b++) total += counts[b] ?? 0;
  return total || 1;
}

/** The outline of bars standing on 0, one closed path. */
export function barsPath(counts: ArrayLike<number>, bins: Bins, layout: HistogramLayout): string {
  const total = totalOf(counts);
  const parts: string[] = [];
  for (let b = layout.from; b <= layout.to; b++) {
    const share = (counts[b] ?? 0) / total;
    if (share === 0) continue;
    const x = tenth(layout.x(bins.start + b * bins.width));
    const wide = Math.max(0.6, tenth(layout.x(bins.start + (b + 1) * bins.width) - x - 0.8));
    // one value among very many still shows
    parts.push(`M${x},0v${-tenth(Math.max(1, layout.tall(share)))}h${tenth(wide)}V0z`);
  }
  return parts.join('');
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
