import { memo, useMemo, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { perWidth } from '../scale/per-width.ts';
import { Label, TailMarker, TokenMark, round } from '../marks.tsx';
import marks from '../marks.module.css';
import { Plot } from '../plot/Plot.tsx';
import { count, decimal } from '../scale/format.ts';
import { textWidth } from '../scale/text-width.ts';
import type { TailSide } from '../tail.ts';
import { HistogramAxis } from './HistogramAxis.tsx';
import { HistogramBand, namedInPlace } from './HistogramBand.tsx';
import styles from './HistogramRows.module.css';
import {
  barsPath,
  histogramLayout,
  FEW,
  outlinePath,
  ticksPath,
  totalOf,
  type Bins,
  type HistogramEnvelope,
  type HistogramLayout,
  type Spread,
} from './histogram-layout.ts';

export interface HistogramRow {
  readonly dim: number;
  /** By bin. */
  readonly counts: ArrayLike<number>;
  /** Where its values lie after a cut that moves them. */
  readonly after?: Spread | undefined;
  readonly tail?: TailSide | undefined;
  /** Of how many vectors this dimension is the minimum and the maximum, and of how many in all. */
  readonly minima: number;
  readonly maxima: number;
  readonly of: number;
}

export interface HistogramRowsProps {
  readonly rows: readonly HistogramRow[];
  readonly bins: Bins;
  readonly envelope: HistogramEnvelope;
  readonly cut: ReadonlySet<number>;
  /** How many vectors have their minimum and maximum at each dimension after the cut. */
  readonly left?: { readonly minima: ArrayLike<number>; readonly maxima: ArrayLike<number> } | undefined;
  readonly selected?: number | undefined;
  /** Marked as the selected one is, while it is pointed at somewhere. */
  readonly hovered?: number | undefined;
  /** A token's vector: its value is marked in each row. */
  readonly token?: Float32Array | undefined;
  /** What is drawn beside it on the same axis. */
  readonly beside?: readonly Spread[] | undefined;
  /** What is on the axis: "value in layer 5". */
  readonly axis?: string;
  readonly onSelect?: (dim: number) => void;
}

/** Where each dimension's values lie, against where the others' do. */
export const HistogramRows = memo(function HistogramRowsView(props: HistogramRowsProps): ReactNode {
  const { rows, bins, envelope, cut, left, selected, hovered, token, beside, onSelect } = props;
  const words = strings.charts.histogram;
  const layoutFor = useMemo(() => {
    const counts = rows.map((row) => row.counts);
    const afters = [...rows.flatMap(({ after }) => after ?? []), ...(beside ?? [])];
    return perWidth((width) => histogramLayout(counts, envelope, bins, width, afters));
  }, [rows, envelope, bins, beside]);
  const { pitch } = layoutFor(300);
  const at = Math.max(
    0,
    rows.findIndex((row) => row.dim === selected),
  );
  const now = rows[at];
  return (
    <Plot
      height={(width) => Math.max(1, rows.length) * pitch + (width < 330 ? 39 : 24)}
      label={words.control}
      control={{
        kind: 'grid',
        text: now === undefined ? '' : words.spoken(now.dim, countsText(now, left), cut.has(now.dim)),
        onStep: (_, down) => {
          const next = rows[Math.min(rows.length - 1, Math.max(0, at + down))];
          if (next !== undefined) onSelect?.(next.dim);
        },
      }}
      onPress={(_, y) => {
        const row = rows[Math.floor(y / pitch)];
        if (row !== undefined) onSelect?.(row.dim);
      }}
    >
      {({ width }) => {
        const layout = layoutFor(width);
        const inPlace = namedInPlace(rows[0]?.counts, envelope, bins, layout);
        return (
          <>
            {rows.map((row, i) => (
              <Row
                key={row.dim}
                row={row}
                named={i === 0 && inPlace}
                y={i * pitch}
                bins={bins}
                envelope={envelope}
                layout={layout}
                cut={cut.has(row.dim)}
                counts={countsText(row, left, layout.right - countsX(row, layout))}
                selected={(row.dim === selected || row.dim === hovered) && rows.length > 1}
                token={token?.[row.dim]}
              />
            ))}
            <HistogramAxis
              layout={layout}
              y={rows.length * pitch - 8}
              text={props.axis ?? words.axis}
              legend={!inPlace && rows.some((row) => totalOf(row.counts) >= FEW)}
            />
          </>
        );
      }}
    </Plot>
  );
});

/** Of how many vectors it is the minimum and the maximum, before and after the cut. @param room in px; any when left out */
function countsText(
  { dim, minima, maxima, of }: HistogramRow,
  left: HistogramRowsProps['left'],
  room = Infinity,
): string {
  const words = strings.charts.histogram;
  if (left === undefined) {
    const counted = [count(minima), count(maxima), count(of)] as const;
    const whole = words.counts(...counted);
    return textWidth(whole, 12.5) > room ? words.countsShort(...counted) : whole;
  }
  const change = (before: number, after: number): string => words.change(count(before), count(after));
  return words.countsShort(
    change(minima, left.minima[dim] ?? 0),
    change(maxima, left.maxima[dim] ?? 0),
    count(of),
  );
}

const markerWidth = ({ tail }: HistogramRow): number => (tail === undefined ? 0 : 15);

/** Where they begin: after the dimension's mark and number. */
function countsX(row: HistogramRow, layout: HistogramLayout): number {
  return layout.left + markerWidth(row) + textWidth(String(row.dim), 13, true) + 6;
}

interface RowProps {
  readonly row: HistogramRow;
  readonly named: boolean;
  readonly y: number;
  readonly bins: Bins;
  readonly envelope: HistogramEnvelope;
  readonly layout: HistogramLayout;
  readonly cut: boolean;
  readonly counts: string;
  readonly selected: boolean;
  readonly token: number | undefined;
}

const Row = memo(function RowView(props: RowProps): ReactNode {
  const { row, named, y, bins, envelope, layout, cut, counts, selected, token } = props;
  const { dim, tail } = row;
  const words = strings.charts.histogram;
  const few = totalOf(row.counts) < FEW;
  const bars = useMemo(
    () => (few ? ticksPath : barsPath)(row.counts, bins, layout),
    [few, row, bins, layout],
  );
  const base = y + layout.words + layout.bars + 4;
  const zero = round(layout.x(0));
  const roomRight = layout.right - zero > textWidth(words.afterCut, 12.5, true) + 10;
  const markerRoom = markerWidth(row);
  const tokenX =
    token === undefined ? 0 : round(Math.min(layout.right, Math.max(layout.left, layout.x(token))));
  return (
    <g className={styles['row']}>
      {selected && (
        <rect
          className={styles['chosen']}
          x={0}
          y={y}
          width={layout.right + 4}
          height={layout.pitch - 9}
          rx={5}
        />
      )}
      {tail !== undefined && (
        <TailMarker x={layout.left + 6} y={tail === 'min' ? y + 16 : y + 8} side={tail} size={4.5} />
      )}
      <Label x={layout.left + markerRoom} y={y + 16} look={tail === undefined ? 'strong' : 'tailText'}>
        {dim}
      </Label>
      <Label x={round(countsX(row, layout))} y={y + 16}>
        {counts}
      </Label>
      <g transform={`translate(0,${base})`}>
        {!few && (
          <HistogramBand
            envelope={envelope}
            bins={bins}
            layout={layout}
            named={named && token === undefined}
          />
        )}
        <path className={styles[barLook(tail, cut)]} d={bars} />
        <line className={marks['zero']} x1={layout.left} x2={layout.right} y1={0} y2={0} />
        {!cut && !few && row.after !== undefined && (
          <path className={marks['afterLine']} d={outlinePath(row.after, bins, layout)} />
        )}
        {cut && (
          <>
            <line className={marks['afterLine']} x1={zero} x2={zero} y1={0} y2={-layout.bars} />
            <circle className={marks['afterDot']} cx={zero} cy={-layout.bars} r={4.5} />
            <Label
              x={roomRight ? zero + 9 : zero - 9}
              y={4 - layout.bars}
              anchor={roomRight ? 'start' : 'end'}
              look="afterText"
              halo
            >
              {words.afterCut}
            </Label>
          </>
        )}
        {token !== undefined && (
          <g pointerEvents="none" data-passing="">
            <line className={marks['tokenLine']} x1={tokenX} x2={tokenX} y1={0} y2={-layout.bars * 0.75} />
            <TokenMark x={tokenX} y={-layout.bars * 0.75} />
            <Label
              x={tokenX + (tokenX > layout.right - 90 ? -9 : 9)}
              y={round(-layout.bars * 0.75) + 4}
              anchor={tokenX > layout.right - 90 ? 'end' : 'start'}
              look="tokenText"
              halo
            >
              {words.token(decimal(token))}
            </Label>
          </g>
        )}
      </g>
    </g>
  );
});

function barLook(tail: TailSide | undefined, cut: boolean): string {
  if (cut) return tail === undefined ? 'plainGhost' : 'tailGhost';
  return tail === undefined ? 'plain' : 'tail';
}
