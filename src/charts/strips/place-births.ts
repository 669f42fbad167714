import { boxOf, placeLabels, type Box, type Spot } from '../scale/place-labels.ts';
import { textWidth } from '../scale/text-width.ts';
import type { TailSide } from '../tail.ts';

/** Where a tail was born, in the drawing's coordinates. */
export interface BirthMark {
  readonly dim: number;
  readonly side: TailSide;
  readonly x: number;
  /** When, as it is written. */
  readonly text: string;
}

export interface PlacedBirth extends BirthMark {
  /** Undefined where no place is free: the line and the mark say it too. */
  readonly label: Spot | undefined;
  /** Marks of the same side that stand as close come before it: it is moved away from the edge by as many. */
  readonly stacked: number;
}

/** Height of the writing, and how close marks may stand to each other. */
const LINE = 11;
const APART = 10;
const GAP = 4;
/** Between a number and a time on one line, or they read as one. */
const ASIDE = 5;

/**
 * Births with their times beside their lines: before them, where curves are still low, or after them, as high as is free; none
 * on another, and over the curve only where there is no place beside it.
 * @param taken where other writing stands
 * @param curve what is drawn, as boxes along it
 */
export function placeBirths(
  births: readonly BirthMark[],
  plot: Box,
  taken: readonly Box[] = [],
  curve: readonly Box[] = [],
): readonly PlacedBirth[] {
  const written = taken.map((box) => ({ ...box, x: box.x - ASIDE, width: box.width + 2 * ASIDE }));
  const rows = Array.from(
    { length: Math.floor(plot.height / LINE) },
    (_, row) => plot.y + LINE - 1 + row * LINE,
  );
  const wishes = births.map(({ dim, x, text }) => ({
    key: dim,
    width: textWidth(text, LINE),
    height: LINE,
    spots: rows.flatMap((y): Spot[] => [
      { x: x - GAP, y, anchor: 'end' },
      { x: x + GAP, y, anchor: 'start' },
    ]),
  }));
  const spots = new Map(placeLabels(wishes, plot, [...written, ...curve]));
  const free = wishes.flatMap((wish) => {
    const spot = spots.get(wish.key);
    return spot ? [boxOf(spot, wish.width, wish.height)] : [];
  });
  const crossed = wishes.filter(({ key }) => !spots.has(key));
  for (const [dim, spot] of placeLabels(crossed, plot, [...written, ...free])) spots.set(dim, spot);
  return births.map((birth, i) => {
    const near = births
      .slice(0, i)
      .filter(({ side, x }) => side === birth.side && Math.abs(x - birth.x) < APART);
    return { ...birth, label: spots.get(birth.dim), stacked: near.length };
  });
}
