import { extent } from 'd3';

/** One side of a map of points: a frame with scales alike in both directions. */
export interface PointMapLayout {
  readonly left: number;
  readonly top: number;
  readonly wide: number;
  readonly high: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** Px of a unit of the values. */
  readonly unit: number;
}

const EDGE = 8;
const GAP = 20;
/** Points that all lie in one place are drawn in the middle. */
const LEAST_EXTENT = 1e-12;
/** Room for a side's name above it, and its axis below. */
const HEAD = 22;
const FOOT = 24;
const LEAST_BESIDE = 520;
/** A frame is a square up to this height, and gets no wider alone than this. */
const HIGHEST = 460;
const WIDEST = 760;

export interface Sides {
  readonly beside: boolean;
  /** Of one side's frame. */
  readonly wide: number;
  readonly high: number;
  /** Of all, and of one with its name and axis. */
  readonly height: number;
  readonly tall: number;
}

/** How the sides stand: beside each other where there is room. */
export function sidesOf(sides: number, width: number): Sides {
  const beside = sides > 1 && width >= LEAST_BESIDE;
  const wide = Math.min(WIDEST, beside ? (width - (sides - 1) * GAP) / sides : width);
  const high = Math.min(HIGHEST, wide);
  const tall = HEAD + high + FOOT;
  return { beside, wide, high, height: beside ? tall : sides * tall + (sides - 1) * GAP, tall };
}

/** @param places [points, 2]; what is not a number has no place */
export function pointMapLayout(
  places: ArrayLike<number>,
  side: number,
  { beside, wide, high, tall }: Sides,
): PointMapLayout {
  const left = beside ? side * (wide + GAP) : 0;
  const top = HEAD + (beside ? 0 : side * (tall + GAP));
  const values = (axis: number): number[] =>
    Array.from({ length: places.length / 2 }, (_, i) => places[2 * i + axis] ?? NaN).filter(Number.isFinite);
  const [lowX = 0, highX = 1] = extent(values(0));
  const [lowY = 0, highY = 1] = extent(values(1));
  // what fits both ways
  const unit = Math.min(
    (wide - 2 * EDGE) / Math.max(highX - lowX, LEAST_EXTENT),
    (high - 2 * EDGE) / Math.max(highY - lowY, LEAST_EXTENT),
  );
  const [middleX, middleY] = [left + wide / 2, top + high / 2];
  return {
    left,
    top,
    wide,
    high,
    x: (value) => middleX + (value - (lowX + highX) / 2) * unit,
    y: (value) => middleY - (value - (lowY + highY) / 2) * unit,
    unit,
  };
}

/** The point whose mark is nearest to a place of the drawing, within 14 px. */
export function nearestOnMap(
  places: ArrayLike<number>,
  layout: PointMapLayout,
  px: number,
  py: number,
): number | undefined {
  let best: number | undefined;
  let least = 14 ** 2;
  for (let i = 0; 2 * i < places.length; i++) {
    const far = (layout.x(places[2 * i] ?? NaN) - px) ** 2 + (layout.y(places[2 * i + 1] ?? NaN) - py) ** 2;
    if (far < least) [best, least] = [i, far];
  }
  return best;
}
