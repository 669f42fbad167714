import {
  boxOf,
  leastCrossed,
  placeLabels,
  type Box,
  type LabelWish,
  type Spot,
} from '../scale/place-labels.ts';
import { textWidth } from '../scale/text-width.ts';
import type { LinesLayout } from './layer-lines-layout.ts';
import { strokes } from './strokes.ts';

interface Named {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

export type LineName = 'before' | 'after' | 'control' | 'token';

export interface LineLabel extends Spot {
  readonly line: LineName;
  readonly text: string;
}

/** Px that a label is high. */
export const LINE = 15;

/** Px that a label is wide, about. */
export const labelWidth = (text: string): number => textWidth(text, 12.5, true);

/**
 * Names and values at one layer, clear of the lines and of each other: the higher line's above it and
 * the lower one's below, beside the point where that is crossed. A label with no clear place takes the one that crosses least.
 */
export function lineLabels(
  lines: {
    readonly before: Named;
    readonly after: Named | undefined;
    readonly control: Named | undefined;
    readonly token?: Named | undefined;
  },
  layer: number,
  layout: LinesLayout,
  format: (value: number) => string,
): readonly LineLabel[] {
  const above = !((lines.after?.values[layer] ?? NaN) > (lines.before.values[layer] ?? NaN));
  const wanted: readonly [LineName, Named | undefined, boolean][] = [
    ['before', lines.before, above],
    ['after', lines.after, !above],
    // the third line runs along the second: on its far side, or in the gap when that is wide
    [
      'control',
      lines.control,
      !((lines.control?.values[layer] ?? NaN) < (lines.after?.values[layer] ?? NaN)),
    ],
    ['token', lines.token, !((lines.token?.values[layer] ?? NaN) < (lines.before.values[layer] ?? NaN))],
  ];
  const along = (line: Named | undefined): readonly Box[] =>
    line === undefined ? [] : strokes(line.values, layout);
  const others = [...along(lines.before), ...along(lines.after), ...along(lines.token)];
  const obstacles = [...others, ...along(lines.control)];
  const wishes: LabelWish<LineName>[] = [];
  const texts = new Map<LineName, string>();
  for (const [key, named, up] of wanted) {
    const value = named?.values[layer] ?? NaN;
    if (named === undefined || !Number.isFinite(value)) continue;
    const text = `${named.name} ${format(value)}`;
    texts.set(key, text);
    const width = labelWidth(text);
    wishes.push({ key, width, height: LINE, spots: spots(layout.x(layer), layout.y(value), up) });
  }
  const { head, right, bottom } = layout;
  const bounds: Box = { x: 0, y: head - 2, width: right + 16, height: bottom - head };
  const placed = placeLabels(wishes, bounds, obstacles);
  const named: Box[] = [];
  for (const { key, width } of wishes) {
    const spot = placed.get(key);
    if (spot !== undefined) named.push(boxOf(spot, width, LINE));
  }
  const taken = [...obstacles, ...named];
  return wishes.flatMap(({ key, width, spots: wished }) => {
    // the third line says least: over its own line if it must, but better silent than over another
    const spot =
      placed.get(key) ??
      (key === 'control'
        ? placeLabels([{ key, width, height: LINE, spots: wished }], bounds, [...others, ...named]).get(key)
        : leastCrossed({ width, height: LINE, spots: wished }, bounds, taken));
    return spot === undefined ? [] : [{ line: key, text: texts.get(key) ?? '', ...spot }];
  });
}

function spots(x: number, y: number, up: boolean): readonly Spot[] {
  const near = up ? y - 11 : y + 19;
  const far = up ? y - 26 : y + 34;
  const farther = up ? y - 42 : y + 50;
  const other = up ? y + 19 : y - 11;
  return [near, far, farther, other].flatMap((baseline): readonly Spot[] => [
    { x, y: baseline, anchor: 'middle' },
    { x: x + 7, y: baseline, anchor: 'end' },
    { x: x - 7, y: baseline, anchor: 'start' },
    { x: x - 9, y: baseline - (up ? 2 : 0), anchor: 'end' },
  ]);
}
