import { placeLabels, type Box, type Spot } from '../scale/place-labels.ts';
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
/** A line is tried on so many rows below the plot's top. */
const ROWS = 3;
const GAP = 4;

/**
 * Births with their times beside their lines: before them, where curves are still low, or after them; none on another.
 * @param taken where other writing stands
 */
export function placeBirths(
  births: readonly BirthMark[],
  plot: Box,
  taken: readonly Box[] = [],
): readonly PlacedBirth[] {
  const rows = Array.from({ length: ROWS }, (_, row) => plot.y + LINE - 1 + row * LINE);
  const spots = placeLabels(
    births.map(({ dim, x, text }) => ({
      key: dim,
      width: textWidth(text, LINE),
      height: LINE,
      spots: rows.flatMap((y): Spot[] => [
        { x: x - GAP, y, anchor: 'end' },
        { x: x + GAP, y, anchor: 'start' },
      ]),
    })),
    plot,
    taken,
  );
  return births.map((birth, i) => {
    const near = births
      .slice(0, i)
      .filter(({ side, x }) => side === birth.side && Math.abs(x - birth.x) < APART);
    return { ...birth, label: spots.get(birth.dim), stacked: near.length };
  });
}
