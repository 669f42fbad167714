import { extent, scaleLinear } from 'd3';

export interface ScatterLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly xTicks: readonly number[];
  readonly ticks: readonly number[];
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** Scales that hold every point of all lists; room for a mark at the edges. */
export function scatterLayout(
  xs: readonly (ArrayLike<number> | undefined)[],
  ys: readonly (ArrayLike<number> | undefined)[],
  width: number,
  height: number,
): ScatterLayout {
  const [lowX, highX] = boundsOf(xs);
  const [lowY, highY] = boundsOf(ys);
  const [left, right, top, bottom] = [40, width - 12, 14, height - 38];
  const across = scaleLinear([lowX, highX], [left + 6, right - 6]);
  const up = scaleLinear([lowY, highY], [bottom - 6, top + 6]).nice(4);
  return {
    left,
    right,
    top,
    bottom,
    xTicks: across.ticks(Math.max(2, Math.min(6, Math.floor((right - left) / 60)))),
    ticks: up.ticks(5),
    x: (value) => across(value),
    y: (value) => up(value),
  };
}

function boundsOf(lists: readonly (ArrayLike<number> | undefined)[]): readonly [number, number] {
  const all = lists.flatMap((list) => (list === undefined ? [] : Array.from(list).filter(Number.isFinite)));
  const [low = 0, high = 1] = extent(all);
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

/** The point nearest to (px, py), within so many px; of two marks of a point, either counts. */
export function nearestPoint(
  layout: ScatterLayout,
  x: ArrayLike<number>,
  ys: readonly (ArrayLike<number> | undefined)[],
  px: number,
  py: number,
  within = 18,
): number | undefined {
  let best: number | undefined;
  let least = within ** 2;
  for (const list of ys) {
    for (let i = 0; i < (list?.length ?? 0); i++) {
      const far = (layout.x(x[i] ?? NaN) - px) ** 2 + (layout.y(list?.[i] ?? NaN) - py) ** 2;
      if (far < least) [best, least] = [i, far];
    }
  }
  return best;
}
