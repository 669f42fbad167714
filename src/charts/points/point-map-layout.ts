import { extent, scaleLinear } from 'd3';

/** One side of a map of points: a square with scales alike in both directions. */
export interface PointMapLayout {
  readonly left: number;
  readonly top: number;
  readonly size: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** Px of a unit of the values. */
  readonly unit: number;
}

const EDGE = 8;
const GAP = 20;
/** Room for a side's name above it, and its axis below. */
const HEAD = 22;
const FOOT = 24;
const LEAST_BESIDE = 520;
const MOST = 460;

export interface Sides {
  readonly beside: boolean;
  /** Of one side's square. */
  readonly size: number;
  /** Of all, and of one with its name and axis. */
  readonly height: number;
  readonly tall: number;
}

/** How the sides stand: beside each other where there is room. */
export function sidesOf(sides: number, width: number): Sides {
  const beside = sides > 1 && width >= LEAST_BESIDE;
  const size = Math.min(MOST, beside ? (width - (sides - 1) * GAP) / sides : width);
  const tall = HEAD + size + FOOT;
  return { beside, size, height: beside ? tall : sides * tall + (sides - 1) * GAP, tall };
}

/** @param places [points, 2]; what is not a number has no place */
export function pointMapLayout(
  places: ArrayLike<number>,
  side: number,
  { beside, size, tall }: ReturnType<typeof sidesOf>,
): PointMapLayout {
  const left = beside ? side * (size + GAP) : 0;
  const top = HEAD + (beside ? 0 : side * (tall + GAP));
  const values = (axis: number): number[] =>
    Array.from({ length: places.length / 2 }, (_, i) => places[2 * i + axis] ?? NaN).filter(Number.isFinite);
  const [lowX = 0, highX = 1] = extent(values(0));
  const [lowY = 0, highY = 1] = extent(values(1));
  const half = Math.max(highX - lowX, highY - lowY, 1e-12) / 2;
  const across = scaleLinear(
    [(lowX + highX) / 2 - half, (lowX + highX) / 2 + half],
    [left + EDGE, left + size - EDGE],
  );
  const up = scaleLinear(
    [(lowY + highY) / 2 - half, (lowY + highY) / 2 + half],
    [top + size - EDGE, top + EDGE],
  );
  return {
    left,
    top,
    size,
    x: (value) => across(value),
    y: (value) => up(value),
    unit: (size - 2 * EDGE) / (2 * half),
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
