import { scaleLinear } from 'd3';
import { textWidth } from '../scale/text-width.ts';
import type { DotRow } from './dot-row.ts';

export interface RangeDotsLayout {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly number[];
  readonly step: number;
  /** Whether what is said of a row stands under its name. */
  readonly stacked: boolean;
  /** What is said of a row, line by line. */
  readonly said: (row: DotRow) => readonly string[];
  readonly x: (value: number) => number;
  /** Of a row's dot. */
  readonly y: (row: number) => number;
}

/** Px of a row: its words, and the dot under them. */
const ROW = 50;
/** Px of each further line of words. */
export const SAID_LINE = 16;

/** One scale for all rows, which holds every value and range and begins where they do: zero is no place of a loss. */
export function rangeDotsLayout(rows: readonly DotRow[], width: number): RangeDotsLayout {
  const values = rows
    .flatMap(({ value, range }) => [value, range?.low ?? value, range?.high ?? value])
    .filter(Number.isFinite);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const [from, to] = values.length === 0 ? [0, 1] : high - low < 1e-9 ? [low - 0.5, high + 0.5] : [low, high];
  const left = 12;
  const right = width - 12;
  const scale = scaleLinear([from, to], [left + 6, right - 6]).nice(5);
  const whole = rows.map(({ said }) => textWidth(said.join(' · '), 12));
  const stacked = rows.some(
    ({ name }, i) => textWidth(name, 12.5, true) + (whole[i] ?? 0) + 20 > right - left,
  );
  const parted = Math.max(...whole) > right - left;
  const said = (row: DotRow): readonly string[] => (parted ? row.said : [row.said.join(' · ')]);
  const lines = stacked ? Math.max(...rows.map((row) => said(row).length)) : 0;
  const row = ROW + lines * SAID_LINE;
  const top = 4;
  const ticks = scale.ticks(width < 420 ? 4 : 6);
  return {
    height: top + rows.length * row + 40,
    left,
    right,
    top,
    bottom: top + rows.length * row,
    ticks,
    step: Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)),
    stacked,
    said,
    x: (value) => scale(value),
    y: (i) => top + (i + 1) * row - 12,
  };
}
