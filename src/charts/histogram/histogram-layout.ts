import { scaleLinear } from 'd3';

/** Where other dimensions' values lie: quantiles across them of the share of values in each bin. */
export interface HistogramEnvelope {
  readonly low: ArrayLike<number>;
  readonly median: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

/** Counts in bins of their own. */
export interface Spread {
  readonly counts: ArrayLike<number>;
  readonly bins: Bins;
}

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

/** One scale for all rows, over the bins that hold anything, those after a cut included. */
export function histogramLayout(
  rows: readonly ArrayLike<number>[],
  envelope: HistogramEnvelope,
  bins: Bins,
  width: number,
  afters: readonly Spread[] = [],
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
  let low = Math.min(0, bins.start + from * bins.width);
  let high = Math.max(0, bins.start + (to + 1) * bins.width);
  for (const after of afters) {
    for (let b = 0; b < after.bins.count; b++) {
      if ((after.counts[b] ?? 0) === 0) continue;
      low = Math.min(low, after.bins.start + b * after.bins.width);
      high = Math.max(high, after.bins.start + (b + 1) * after.bins.width);
    }
  }
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

/** With fewer values than this a row is no distribution: each is drawn by itself. */
export const FEW = 8;

/** A tick for each bin that holds a value, as tall as it holds of them. */
export function ticksPath(counts: ArrayLike<number>, bins: Bins, layout: HistogramLayout): string {
  const parts: string[] = [];
  for (let b = layout.from; b <= layout.to; b++) {
    const held = counts[b] ?? 0;
    if (held === 0) continue;
    const tall = Math.min(layout.bars, 10 + 10 * held);
    parts.push(`M${tenth(layout.x(bins.start + (b + 0.5) * bins.width)) - 1},0v${-tall}h2V0z`);
  }
  return parts.join('');
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

/**
 * The outline of a distribution in bins of its own, as tall as bars of `bins` would be; what is taller
 * than a row is held at its top.
 */
export function outlinePath(spread: Spread, bins: Bins, layout: HistogramLayout): string {
  const { counts, bins: own } = spread;
  const total = totalOf(counts);
  const used = Array.from({ length: own.count }, (_, b) => b).filter((b) => (counts[b] ?? 0) > 0);
  const [from = 0, to = -1] = [used.at(0), used.at(-1)];
  const parts: string[] = [];
  for (let b = from; b <= to; b++) {
    const share = ((counts[b] ?? 0) / total) * (bins.width / own.width);
    const x = tenth(layout.x(own.start + b * own.width));
    const end = tenth(layout.x(own.start + (b + 1) * own.width));
    parts.push(`${b === from ? `M${x},0` : ''}V${-tenth(Math.min(layout.bars, layout.tall(share)))}H${end}`);
  }
  return parts.length === 0 ? '' : `${parts.join('')}V0`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
