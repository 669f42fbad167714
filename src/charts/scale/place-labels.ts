export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Anchor = 'start' | 'middle' | 'end';

/** Where a text may stand: the point of its anchor on its first baseline. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}

export interface LabelWish<K> {
  readonly key: K;
  readonly width: number;
  readonly height: number;
  /** Best first. */
  readonly spots: readonly Spot[];
}

/** The box of a text of this size at a spot; 80 % of a line lies above its baseline. */
export function boxOf(spot: Spot, width: number, height: number, line = height): Box {
  const left = { start: 0, middle: width / 2, end: width }[spot.anchor];
  return { x: spot.x - left, y: spot.y - 0.8 * line, width, height };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function within(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/**
 * Gives each label, in the order of the wishes, its first spot that lies within the bounds and meets
 * neither an obstacle nor a label placed before it. A label without such a spot is left out.
 */
export function placeLabels<K>(
  wishes: readonly LabelWish<K>[],
  bounds: Box,
  obstacles: readonly Box[] = [],
): ReadonlyMap<K, Spot> {
  const taken = [...obstacles];
  const placed = new Map<K, Spot>();
  for (const wish of wishes) {
    if (placed.has(wish.key)) continue;
    for (const spot of wish.spots) {
      const box = boxOf(spot, wish.width, wish.height);
      if (!within(box, bounds) || taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      placed.set(wish.key, spot);
      break;
    }
  }
  return placed;
}

/** Of some spots, each moved into the bounds, the one that meets the fewest boxes. */
export function leastCrossed(
  { width, height, spots }: Omit<LabelWish<unknown>, 'key'>,
  bounds: Box,
  taken: readonly Box[],
): Spot | undefined {
  let best: Spot | undefined;
  let least = Infinity;
  for (const spot of spots) {
    const { x, y } = boxOf(spot, width, height);
    const across = Math.max(0, bounds.x - x) - Math.max(0, x + width - bounds.x - bounds.width);
    const down = Math.max(0, bounds.y - y) - Math.max(0, y + height - bounds.y - bounds.height);
    const moved = { ...spot, x: spot.x + across, y: spot.y + down };
    const box = boxOf(moved, width, height);
    const met = taken.filter((other) => overlaps(box, other)).length;
    if (met < least) [best, least] = [moved, met];
  }
  return best;
}
