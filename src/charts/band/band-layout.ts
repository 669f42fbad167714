import { scaleLinear } from 'd3';

export interface BandLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly number[];
  /** Every how many places one is named below the axis. */
  readonly every: number;
  readonly x: (place: number) => number;
  readonly y: (value: number) => number;
}

/** Px right of the last place. */
export const MARGIN = 14;
/** Px that the name of a place needs at least. */
const NAME = 44;

/** Scales of values along places that are all alike far apart; the vertical axis holds 0 and every value. @param name px of the longest name of a place */
export function bandLayout(
  series: readonly (ArrayLike<number> | undefined)[],
  places: number,
  width: number,
  height: number,
  name = NAME,
): BandLayout {
  let low = 0;
  let high = 0;
  for (const values of series) {
    for (let i = 0; i < (values?.length ?? 0); i++) {
      const value = values?.[i] ?? NaN;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (high === low) high = 1;
  const left = 46;
  const right = width - MARGIN;
  const top = 14;
  const bottom = height - 38;
  const scale = scaleLinear([low, high], [bottom, top]).nice(4);
  const step = (right - left) / Math.max(1, places - 1);
  const least = Math.ceil(Math.max(NAME, name) / Math.max(1e-6, step));
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((round) => round >= least) ?? least;
  return {
    left,
    right,
    top,
    bottom,
    ticks: scale.ticks(4),
    every,
    x: (place) => (places === 1 ? (left + right) / 2 : left + place * step),
    y: (value) => scale(value),
  };
}

/** The place nearest to x. */
export function nearestPlace({ left, right }: BandLayout, places: number, x: number): number {
  const step = (right - left) / Math.max(1, places - 1);
  return Math.min(places - 1, Math.max(0, Math.round((x - left) / step)));
}
