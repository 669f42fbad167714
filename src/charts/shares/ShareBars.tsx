import { memo, useMemo, useState, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { perWidth } from '../scale/per-width.ts';
import { Label, Readout, round } from '../marks.tsx';
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

const ROW = 24;
const BAR = 19;

interface Found {
  readonly row: number;
  readonly part: SharePart;
  readonly x: number;
}

/** For each layer, which dimension is the minimum (maximum) of which share of the vectors. */
export const ShareBars = memo(function ShareBarsView(props: ShareBarsProps): ReactNode {
  const { rows, side, tails, selected, chosen, onHover, onSelect } = props;
  const [found, setFound] = useState<Found>();
  const [at, setAt] = useState({ row: chosen ?? 0, part: 0 });
  const words = strings.charts.shares;
  const sides = useMemo(() => tailSides(tails), [tails]);
  const left = Math.max(...rows.map((row) => textWidth(row.label, 12.5, true)), 10) + 10;
  const partsFor = useMemo(
    // a part narrower than 4 px could be neither seen nor pointed at
    () => perWidth((width) => rows.map((row) => shareParts(row.counts, sides, 4 / Math.max(50, width)))),
    [rows, sides],
  );
  const find = (x: number, y: number, width: number): Found | undefined => {
    const row = Math.floor(y / ROW);
    const part = partAt(partsFor(width - left)[row] ?? [], (x - left) / (width - left));
    return part && { row, part, x };
  };
  const spoken = partsFor(400)[at.row]?.[at.part];
  const hovered = found?.part.dim ?? props.hovered;
  const total = rows[0] === undefined ? 0 : sum(rows[0].counts);
  return (
    <Plot
      height={rows.length * ROW + 20}
      label={words.control[side]}
      control={{
        kind: 'grid',
        text:
          spoken === undefined
            ? (rows[at.row]?.label ?? '')
            : partText(spoken, rows[at.row]?.label ?? '').join(', '),
        onStep: (right, down) => {
          const row = clamp(at.row + down, rows.length);
          const parts = partsFor(400)[row] ?? [];
          const part = clamp(down === 0 ? at.part + right : 0, parts.length);
          setAt({ row, part });
          const dim = parts[part]?.dim;
          if (dim !== undefined) onSelect?.(dim, row);
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
              parts={partsFor(width - left)[i] ?? EMPTY}
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
          <Label x={width} y={rows.length * ROW + 14} anchor="end" look="small">
            {words.axis(count(total))}
          </Label>
          {found !== undefined && (
            <Readout
              x={found.x}
              y={found.row * ROW}
              width={width}
              lines={partText(found.part, rows[found.row]?.label ?? '')}
            />
          )}
        </>
      )}
    </Plot>
  );
});

const EMPTY: readonly SharePart[] = [];

function partText(part: SharePart, row: string): readonly [string, string] {
  const words = strings.charts.shares;
  return part.dim === undefined
    ? words.readoutOthers(part.dims, percent(part.share), row)
    : words.readout(part.dim, percent(part.share), count(part.count), row);
}

interface RowProps {
  readonly label: string;
  readonly parts: readonly SharePart[];
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
  const { label, parts, sides, side, left, width, y, chosen, selected, hovered } = props;
  const long = width - left;
  return (
    <>
      <Label x={left - 10} y={y + 14} anchor="end" look={chosen ? 'strong' : 'text'}>
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
            <rect className={styles[look]} x={round(x)} y={y} width={round(wide)} height={BAR} rx={2} />
            {lit && (
              <rect
                className={styles['lit']}
                x={round(x) - 0.5}
                y={y - 1.5}
                width={round(wide) + 1}
                height={BAR + 3}
                rx={3}
              />
            )}
            {said.text !== '' && (
              <text x={round(x) + (said.marker ? 17 : 5)} y={y + 14} className={styles[`${look}Text`]}>
                {said.text}
              </text>
            )}
            {said.marker && (
              <path
                className={styles['marker']}
                d={markerPath(round(x) + (said.text === '' ? wide / 2 : 9), y, side)}
              />
            )}
          </g>
        );
      })}
    </>
  );
});

/** The tail's triangle within a bar. */
function markerPath(x: number, y: number, side: TailSide): string {
  return side === 'min' ? `M${round(x)},${y + 14}l-4,-7h8z` : `M${round(x)},${y + 6}l4,7h-8z`;
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

/** Every dimension that is the extreme of at least one vector, by layer. */
export function sharesTable(rows: readonly ShareRow[]): Table {
  const none = new Set<number>();
  return {
    columns: strings.charts.shares.columns,
    rows: rows.flatMap((row) =>
      shareParts(row.counts, none, 0).map((part) => [row.label, part.dim ?? -1, part.count, part.share]),
    ),
  };
}
