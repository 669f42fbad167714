import { scaleLinear } from 'd3';

export interface LinesLayout {
  /** Px kept free above everything for what the values are. */
  readonly head: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly number[];
  /** Every how many layers one is named below the axis. */
  readonly every: number;
  readonly x: (layer: number) => number;
  readonly y: (value: number) => number;
}

/**
 * Scales of lines over layers; the vertical axis holds 0 and every value.
 * @param most what the measure cannot be above: there the axis ends
 * @param head px kept free above everything
 */
export function linesLayout(
  series: readonly (ArrayLike<number> | undefined)[],
  layers: number,
  width: number,
  height: number,
  most = Infinity,
  head = 0,
): LinesLayout {
  let low = 0;
  let high = 0;
  for (const line of series) {
    for (let i = 0; i < (line?.length ?? 0); i++) {
      const value = line?.[i] ?? 0;
      // what is not known has no place on the axis
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  const left = 34;
  const right = width - 16;
  // the control's words stand above the first line's
  const top = head + (series.length > 2 && series[2] !== undefined ? 36 : 24);
  const bottom = height - 38;
  if (high === low) high = 1;
  const scale = scaleLinear([low, high + (high - low) * 0.08], [bottom, top]).nice(4);
  const [least = 0, end = 1] = scale.domain();
  if (high <= most && end > most) scale.domain([least, most]);
  const step = (right - left) / Math.max(1, layers - 1);
  return {
    head,
    left,
    right,
    top,
    bottom,
    ticks: scale.ticks(4),
    every: Math.max(1, Math.ceil(26 / step)),
    x: (layer) => (layers === 1 ? (left + right) / 2 : left + layer * step),
    y: (value) => scale(value),
  };
}

/** The layer whose place is nearest to x. */
export function nearestLayer(layout: LinesLayout, layers: number, x: number): number {
  const step = (layout.right - layout.left) / Math.max(1, layers - 1);
  return Math.min(layers - 1, Math.max(0, Math.round((x - layout.left) / step)));
}
