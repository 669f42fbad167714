import { boxOf, leastCrossed, placeLabels, type Box, type Spot } from '../scale/place-labels.ts';
import { textWidth } from '../scale/text-width.ts';
import type { LinesLayout } from './layer-lines-layout.ts';
import { labelWidth, LINE, type LineLabel } from './line-labels.ts';
import { strokes } from './strokes.ts';

/** Px that a name is high, and its letters' size. */
const NAME = 13;
const SIZE = 11;

export interface NamedLevel {
  readonly text: string;
  readonly value: number;
}

/** What is drawn already. */
export interface Drawn {
  readonly lines: readonly ArrayLike<number>[];
  readonly labels: readonly LineLabel[];
}

/**
 * A spot for the name of each level, above it or below, at its start or its end, and else a line further off: the first that is clear of
 * lines, labels and the names before it, or the one that meets least of them.
 */
export function levelNames(
  levels: readonly NamedLevel[],
  layout: LinesLayout,
  { lines, labels }: Drawn,
): readonly (Spot | undefined)[] {
  const { left, right, top, bottom } = layout;
  const bounds: Box = { x: left, y: top - NAME, width: right + 16 - left, height: bottom - top + NAME };
  const written = labels.map((label) => boxOf(label, labelWidth(label.text), LINE));
  const taken = [...lines.flatMap((values) => strokes(values, layout)), ...written];
  return levels.map(({ text, value }, key) => {
    const y = layout.y(value);
    const baselines = [y - 4, y + NAME, y - 4 - LINE, y + NAME + LINE];
    const spots = baselines.flatMap((baseline): readonly Spot[] => [
      { x: left + 8, y: baseline, anchor: 'start' },
      { x: right + 14, y: baseline, anchor: 'end' },
    ]);
    const wish = { key, width: textWidth(text, SIZE), height: NAME, spots };
    const spot = placeLabels([wish], bounds, taken).get(key) ?? leastCrossed(wish, bounds, taken);
    if (spot) taken.push(boxOf(spot, wish.width, NAME));
    return spot;
  });
}
