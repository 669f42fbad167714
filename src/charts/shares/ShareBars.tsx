import { memo, useMemo, useState, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { perWidth } from '../scale/per-width.ts';
import { FootReadout, Label, TokenMark, round } from '../marks.tsx';
import { Plot } from '../plot/Plot.tsx';
import { count, percent } from '../scale/format.ts';
import { textWidth } from '../scale/text-width.ts';
import type { Table } from '../table.ts';
import { tailSides, type Tail, type TailSide } from '../tail.ts';
import styles from './ShareBars.module.css';
import { partAt, shareParts, type SharePart, type ShareRow } from './share-parts.ts';

export interface ShareBarsProps {
  readonly rows: readonly ShareRow[];
  /** Which extreme the counts are of. */
  readonly side: TailSide;
  readonly tails: readonly Tail[];
  readonly selected?: number | undefined;
  readonly hovered?: number | undefined;
  /** Row marked as the chosen layer. */
  readonly chosen?: number | undefined;
  readonly onHover?: (dim: number | undefined) => void;
  readonly onSelect?: (dim: number, row: number) => void;
}

const BAR = 19;
/** Of a bar alone in its row: rows keep their height when a cut comes and goes. */
const BAR_ALONE = 28;
const ROW = 35;
/** From the top of a row to its bar after the cut, and how tall that is. */
const AFTER = BAR + 2;
const AFTER_BAR = 7;

/** Where the keyboard is. */
interface At {
  readonly row: number;
  readonly when: 'before' | 'after';
  readonly part: number;
}

/** So many bars further down; with a cut each row has two. */
function barBelow(at: At, down: number, rows: number, changed: boolean): At {
  if (!changed) return { ...at, row: clamp(at.row + down, rows), when: 'before' };
  const bar = clamp(2 * at.row + (at.when === 'after' ? 1 : 0) + down, 2 * rows);
  return { ...at, row: Math.floor(bar / 2), when: bar % 2 === 1 ? 'after' : 'before' };
}

interface Found {
  readonly when: 'before' | 'after';
  readonly row: number;
  readonly part: SharePart;
  readonly x: number;
}

/** For each layer, which dimension is the minimum (maximum) of which share of the vectors. */
export const ShareBars = memo(function ShareBarsView(props: ShareBarsProps): ReactNode {
  const { rows, side, tails, selected, chosen, onHover, onSelect } = props;
  const [found, setFound] = useState<Found>();
  const [at, setAt] = useState<At>({ row: chosen ?? 0, when: 'before', part: 0 });
  const words = strings.charts.shares;
  const sides = useMemo(() => tailSides(tails), [tails]);
  const left = Math.max(...rows.map((row) => textWidth(row.label, 12.5, true)), 10) + 10;
  const partsFor = useMemo(
    () =>
      perWidth((width) => {
        // a part narrower than 4 px could be neither seen nor pointed at
        const least = 4 / Math.max(50, width);
        return rows.map(({ counts, after }) => ({
          before: shareParts(counts, sides, least),
          after: after === undefined ? NO_PARTS : shareParts(after, sides, least),
        }));
      }),
    [rows, sides],
  );
  const find = (x: number, y: number, width: number): Found | undefined => {
    const row = Math.floor(y / ROW);
    const when = y - row * ROW >= AFTER && rows[row]?.after !== undefined ? 'after' : 'before';
    const part = partAt(partsFor(width - left)[row]?.[when] ?? NO_PARTS, (x - left) / (width - left));
    return part && { row, when, part, x };
  };
  const changed = rows.some((row) => row.after !== undefined);
  const partsAt = ({ row, when }: At): readonly SharePart[] => partsFor(400)[row]?.[when] ?? NO_PARTS;
  const spoken = partsAt(at)[at.part];
  const hovered = found?.part.dim ?? props.hovered;
  const total = rows[0] === undefined ? 0 : sum(rows[0].counts);
  return (
    <Plot
      height={rows.length * ROW + FOOT}
      label={words.control[side]}
      control={{
        kind: 'grid',
        text:
          spoken === undefined
            ? nameOf(rows[at.row])
            : partText(spoken, nameOf(rows[at.row]), side, at.when === 'after').join(' '),
        onStep: (right, down) => {
          const bar = barBelow(at, down, rows.length, changed);
          const parts = partsAt(bar);
          const part = clamp(down === 0 ? at.part + right : 0, parts.length);
          setAt({ ...bar, part });
          const dim = parts[part]?.dim;
          if (dim !== undefined) onSelect?.(dim, bar.row);
        },
      }}
      onPoint={(x, y, width) => {
        const next = x === undefined ? undefined : find(x, y, width);
        if (next?.part !== found?.part) onHover?.(next?.part.dim);
        setFound(next);
      }}
      onPress={(x, y, width) => {
        const next = find(x, y, width);
        if (next?.part.dim !== undefined) onSelect?.(next.part.dim, next.row);
      }}
    >
      {({ width }) => (
        <>
          {rows.map((row, i) => (
            <Row
              key={i}
              label={row.label}
              parts={partsFor(width - left)[i]?.before ?? NO_PARTS}
              after={partsFor(width - left)[i]?.after ?? NO_PARTS}
              token={row.token}
              sides={sides}
              side={side}
              left={left}
              width={width}
              y={i * ROW}
              chosen={i === chosen}
              selected={selected}
              hovered={hovered}
            />
          ))}
          {found === undefined && (
            <Label x={width} y={rows.length * ROW + 14} anchor="end" look="small">
              {words.axis(count(total))}
            </Label>
          )}
          {found !== undefined && (
            <FootReadout
              width={width}
              x={left}
              y={rows.length * ROW + 14}
              lines={partText(found.part, nameOf(rows[found.row]), side, found.when === 'after')}
            />
          )}
        </>
      )}
    </Plot>
  );
});

const NO_PARTS: readonly SharePart[] = [];

/** Room below the bars for what is said of the part under the pointer. */
const FOOT = 36;

function nameOf(row: ShareRow | undefined): string {
  return row?.name ?? row?.label ?? '';
}

function partText(part: SharePart, row: string, side: TailSide, after = false): readonly [string, string] {
  const words = strings.charts.shares;
  const where = after ? words.rowAfter(row) : row;
  return part.dim === undefined
    ? words.readoutOthers(part.dims, percent(part.share), where, words.extreme[side])
    : words.readout(part.dim, percent(part.share), count(part.count), where, words.extreme[side]);
}

interface RowProps {
  readonly label: string;
  readonly parts: readonly SharePart[];
  readonly after: readonly SharePart[];
  readonly token: number | undefined;
  readonly sides: ReadonlyMap<number, TailSide>;
  readonly side: TailSide;
  readonly left: number;
  readonly width: number;
  readonly y: number;
  readonly chosen: boolean;
  readonly selected: number | undefined;
  readonly hovered: number | undefined;
}

const Row = memo(function RowView(props: RowProps): ReactNode {
  const { label, parts, after, token, sides, side, left, width, y, chosen, selected, hovered } = props;
  const long = width - left;
  const tall = after.length > 0 ? BAR : BAR_ALONE;
  const baseline = y + Math.round(tall / 2) + 4;
  return (
    <>
      <Label x={left - 10} y={baseline} anchor="end" look={chosen ? 'strong' : 'text'}>
        {label}
      </Label>
      {parts.map((part) => {
        const x = left + part.from * long;
        const wide = Math.max(1, part.share * long - 1.5);
        const tail = part.dim !== undefined && sides.has(part.dim);
        const look = part.dim === undefined ? 'others' : tail ? 'tail' : 'other';
        const lit = part.dim !== undefined && (part.dim === hovered || part.dim === selected);
        const said = partLabel(part, tail, wide);
        return (
          <g key={part.dim ?? -1}>
            <rect className={styles[look]} x={round(x)} y={y} width={round(wide)} height={tall} rx={2} />
            {lit && (
              <rect
                className={styles['lit']}
                x={round(x) - 0.5}
                y={y - 1.5}
                width={round(wide) + 1}
                height={tall + 3}
                rx={3}
              />
            )}
            {holds(part, parts, token) && (
              <g pointerEvents="none" data-passing="">
                <rect
                  className={styles['token']}
                  x={round(x) - 0.5}
                  y={y - 1}
                  width={round(wide) + 1}
                  height={tall + 2}
                  rx={3}
                />
                <TokenMark x={x + wide / 2} y={y + tall} size={4} />
              </g>
            )}
            {said.text !== '' && (
              <text x={round(x) + (said.marker ? 17 : 5)} y={baseline} className={styles[`${look}Text`]}>
                {said.text}
              </text>
            )}
            {said.marker && (
              <path
                className={styles['marker']}
                d={markerPath(round(x) + (said.text === '' ? wide / 2 : 9), baseline, side)}
              />
            )}
          </g>
        );
      })}
      {AFTER_LOOKS.map((of) => (
        <path key={of} className={styles[of]} d={afterPath(after, of, sides, left, long, y + AFTER)} />
      ))}
    </>
  );
});

const AFTER_LOOKS = ['afterTail', 'after', 'afterOthers'] as const;
type AfterLook = (typeof AFTER_LOOKS)[number];

/**
 * The bars after a cut that look alike, as one path, empty where there are none: no elements come and go with a
 * cut, which has to be drawn within a frame.
 */
function afterPath(
  parts: readonly SharePart[],
  look: AfterLook,
  sides: { has(dim: number): boolean },
  left: number,
  long: number,
  y: number,
): string {
  let path = '';
  for (const { dim, from, share } of parts) {
    const its = dim === undefined ? 'afterOthers' : sides.has(dim) ? 'afterTail' : 'after';
    if (its !== look) continue;
    const wide = round(Math.max(1, share * long - 1.5));
    path += `M${round(left + from * long)},${y}h${wide}v${AFTER_BAR}h${-wide}z`;
  }
  return path;
}

/** Whether a token's extreme lies in this part: its own, or that of all not named. */
function holds(part: SharePart, parts: readonly SharePart[], token: number | undefined): boolean {
  if (token === undefined) return false;
  return part.dim === undefined ? !parts.some(({ dim }) => dim === token) : part.dim === token;
}

/** The tail's triangle within a bar. */
function markerPath(x: number, baseline: number, side: TailSide): string {
  return side === 'min' ? `M${round(x)},${baseline}l-4,-7h8z` : `M${round(x)},${baseline - 8}l4,7h-8z`;
}

/** As much of a part's name as fits in it: number and share, the number, or nothing. */
function partLabel(part: SharePart, tail: boolean, wide: number): { text: string; marker: boolean } {
  const name = part.dim === undefined ? strings.charts.others(part.dims) : String(part.dim);
  const share = percent(part.share);
  const room = wide - 9;
  if (tail && textWidth(`${name} ${share}`, 12, true) + 12 <= room)
    return { text: `${name}  ${share}`, marker: true };
  if (tail && textWidth(name, 12, true) + 12 <= room) return { text: name, marker: true };
  if (textWidth(`${name} ${share}`, 12) <= room && part.share > 0.15)
    return { text: `${name}  ${share}`, marker: false };
  if (textWidth(name, 12, tail) <= room) return { text: name, marker: false };
  return { text: '', marker: tail && wide >= 9 };
}

function clamp(value: number, length: number): number {
  return Math.max(0, Math.min(length - 1, value));
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  const n = values.length;
  for (let i = 0; i < n; i++) total += values[i] ?? 0;
  return total;
}

/** Every dimension that is the extreme of at least one vector, by layer, before the cut and after it where that is drawn. */
export function sharesTable(rows: readonly ShareRow[]): Table {
  const { columns, afterColumn } = strings.charts.shares;
  const changed = rows.some(({ after }) => after !== undefined);
  return {
    columns: changed ? [...columns, afterColumn] : columns,
    rows: rows.flatMap(({ label, name, counts, after }, layer) => {
      const [total, rest] = [sum(counts), sum(after ?? counts)];
      return Array.from(counts, (before, dim) => ({ dim, before, now: (after ?? counts)[dim] ?? 0 }))
        .filter(({ before, now }) => before > 0 || now > 0)
        .sort((a, b) => b.before - a.before || a.dim - b.dim)
        .map(({ dim, before, now }) => [
          { text: name ?? label, value: layer },
          dim,
          before,
          before / total,
          ...(changed ? [now / rest] : []),
        ]);
    }),
  };
}
