import { strings } from '../../strings/index.ts';
import { decimal } from '../scale/format.ts';
import { boxOf, placeLabels, type Box, type LabelWish, type Spot } from '../scale/place-labels.ts';
import { textWidth } from '../scale/text-width.ts';
import type { Tail } from '../tail.ts';
import { zOf, type SpikeLayout } from './spike-layout.ts';
import { traceBoxes } from './trace-boxes.ts';

export interface SpikeLabel {
  readonly dim: number;
  readonly spot: Spot;
  /** Said after the number, by line; none for a dimension that is only numbered. */
  readonly lines: readonly string[];
  readonly tail: boolean;
}

const LINE = 15;

/**
 * Labels of the tails, and the numbers of other dimensions that stand out (beyond 3.5 sd, at most 8, the
 * largest first), none over another. A tail's label shrinks to its number before it is given up. Of a dimension that is a tail twice,
 * of all vectors and of a special token's, the first is told.
 * @param overlay other values that are drawn over these
 */
export function spikeLabels(
  values: ArrayLike<number>,
  tails: readonly Tail[],
  layout: SpikeLayout,
  overlay?: ArrayLike<number>,
): readonly SpikeLabel[] {
  const { spread, x, y, left, right, top, bottom } = layout;
  const isTail = new Set(tails.map((tail) => tail.dim));
  const wishes: LabelWish<string>[] = [];
  const drafts = new Map<string, Omit<SpikeLabel, 'spot'>>();
  const obstacles: Box[] = [];
  for (const tail of tails) {
    if (drafts.has(`${tail.dim}/0`)) continue;
    const value = values[tail.dim] ?? 0;
    const z = zOf(value, spread);
    const said = strings.charts.spike.tailLines(decimal(value), decimal(Math.abs(z), 0), z < 0);
    const forms =
      tail.label === undefined
        ? [[said.join(', ')], said, []]
        : tail.label === ''
          ? [[]]
          : [[tail.label], []];
    const tip = y(value);
    const reach = Math.min(y(0), tip);
    obstacles.push({ x: x(tail.dim) - 3, y: reach, width: 6, height: Math.abs(y(0) - tip) });
    forms.forEach((lines, form) => {
      const key = `${tail.dim}/${form}`;
      drafts.set(key, { dim: tail.dim, lines, tail: tail.faint !== true });
      wishes.push({
        key,
        ...sizeOf(tail.dim, lines),
        spots: besideTip(x(tail.dim), tip, value, lines.length),
      });
    });
  }
  const others = Array.from(values, (value, dim) => ({ dim, value, z: Math.abs(zOf(value, spread)) }))
    .filter(({ dim, z }) => z > 3.5 && !isTail.has(dim))
    .sort((a, b) => b.z - a.z)
    .slice(0, 8);
  for (const { dim, value } of others) {
    const px = x(dim);
    const py = y(value);
    const key = `${dim}/n`;
    drafts.set(key, { dim, lines: [], tail: false });
    wishes.push({
      key,
      width: textWidth(String(dim), 12) + 4,
      height: 13,
      spots: [
        { x: px, y: value < 0 ? py + 16 : py - 8, anchor: 'middle' },
        { x: px + 5, y: py + (value < 0 ? 4 : 6), anchor: 'start' },
        { x: px - 5, y: py + (value < 0 ? 4 : 6), anchor: 'end' },
      ],
    });
    obstacles.push({ x: px - 1, y: Math.min(y(0), py), width: 2, height: Math.abs(y(0) - py) });
  }
  const bounds = { x: left, y: top - 10, width: right + 12 - left, height: bottom - top + 20 };
  const out = new Map<number, SpikeLabel>();
  // one wish at a time for a tail's forms: the first form that fits wins
  const own = { has: (dim: number) => isTail.has(dim) };
  const trace = [
    ...traceBoxes(values, layout, own),
    ...(overlay ? traceBoxes(overlay, layout, { has: () => false }) : []),
  ];
  for (const [key, spot] of placeFirst(wishes, bounds, obstacles, trace)) {
    const draft = drafts.get(key);
    if (draft !== undefined) out.set(draft.dim, { ...draft, spot });
  }
  return [...out.values()];
}

/** The first form of each that fits: clear of the line through the values, else at least of all else. */
function placeFirst(
  wishes: readonly LabelWish<string>[],
  bounds: Box,
  obstacles: readonly Box[],
  trace: readonly Box[],
): ReadonlyMap<string, Spot> {
  const merged = new Map<string, LabelWish<string>[]>();
  for (const wish of wishes) {
    const dim = wish.key.split('/')[0] ?? '';
    merged.set(dim, [...(merged.get(dim) ?? []), wish]);
  }
  const taken = [...obstacles];
  const placed = new Map<string, Spot>();
  for (const forms of merged.values()) {
    for (const [form, crosses] of [false, true].flatMap((over) => forms.map((one) => [one, over] as const))) {
      const spot = placeLabels([form], bounds, crosses ? taken : [...taken, ...trace]).get(form.key);
      if (spot === undefined) continue;
      taken.push(boxOf(spot, form.width, form.height));
      placed.set(form.key, spot);
      break;
    }
  }
  return placed;
}

/** What the labels cover. */
export function labelBoxes(labels: readonly SpikeLabel[]): readonly Box[] {
  return labels.map(({ dim, lines, spot }) => {
    const { width, height } = sizeOf(dim, lines);
    return boxOf(spot, width, height);
  });
}

function sizeOf(dim: number, lines: readonly string[]): { width: number; height: number } {
  const number = textWidth(`${dim} `, 13, true);
  const widest = Math.max(0, ...lines.map((line) => textWidth(line, 12)));
  return { width: number + widest, height: LINE * Math.max(1, lines.length) };
}

function besideTip(x: number, tip: number, value: number, lines: number): readonly Spot[] {
  // a label of two lines ends at the tip of a falling spike, and begins there for a rising one
  const y = value < 0 ? tip - LINE * Math.max(0, lines - 1) + 2 : tip + 8;
  return [
    { x: x + 10, y, anchor: 'start' },
    { x: x - 10, y, anchor: 'end' },
    { x: x + 10, y: y - 18, anchor: 'start' },
    { x: x - 10, y: y - 18, anchor: 'end' },
    { x: x + 10, y: y + 14, anchor: 'start' },
    { x: x - 10, y: y + 14, anchor: 'end' },
  ];
}
