import { memo, useId, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Label, TailMarker, round } from '../marks.tsx';
import { Plot } from '../plot/Plot.tsx';
import { percent, unit } from '../scale/format.ts';
import { textWidth } from '../scale/text-width.ts';
import type { Table } from '../table.ts';
import type { TailSide } from '../tail.ts';
import styles from './ContributionBars.module.css';

export interface ContributionItem {
  readonly dim: number;
  readonly before: number;
  /** undefined where nothing is cut. */
  readonly after?: number | undefined;
  /** Of the whole, before the cut; undefined where the whole is about zero or less. */
  readonly share: number | undefined;
  readonly tail?: TailSide | undefined;
  /** The part that this dimension has of the squared length of a token under the pointer: 0..1. */
  readonly token?: number | undefined;
}

export interface ContributionBarsProps {
  /** In the order drawn. */
  readonly items: readonly ContributionItem[];
  readonly selected?: number | undefined;
  readonly hovered?: number | undefined;
  readonly onHover?: (dim: number | undefined) => void;
  readonly onSelect?: (dim: number) => void;
}

const ROW = 32;

/** A bar for each dimension: what it brings before the cut, and in it what it brings after. */
export const ContributionBars = memo(function ContributionBarsView(props: ContributionBarsProps): ReactNode {
  const { items, selected, hovered, onHover, onSelect } = props;
  const id = useId();
  const words = strings.charts.contribution;
  const at = items.findIndex((item) => item.dim === selected);
  const row = (y: number): ContributionItem | undefined => items[Math.floor(y / ROW)];
  return (
    <Plot
      height={Math.max(1, items.length) * ROW}
      label={words.control}
      control={{
        kind: 'list',
        activeId: at < 0 ? undefined : `${id}${at}`,
        onStep: (down) => {
          const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + down))];
          if (next !== undefined) onSelect?.(next.dim);
        },
      }}
      onPoint={(x, y) => onHover?.(x === undefined ? undefined : row(y)?.dim)}
      onPress={(_, y) => {
        const item = row(y);
        if (item !== undefined) onSelect?.(item.dim);
      }}
    >
      {({ width }) => {
        const scale = barScale(items, width);
        return items.map((item, i) => (
          <Bar
            key={item.dim}
            id={`${id}${i}`}
            item={item}
            y={i * ROW}
            width={width}
            scale={scale}
            selected={item.dim === selected}
            lit={item.dim === hovered}
          />
        ));
      }}
    </Plot>
  );
});

/** Room on both sides of the bars, px. */
const EDGE = 6;

interface BarScale {
  readonly zero: number;
  readonly perUnit: number;
}

/** The longest bar takes the width; all values before and after the cut fit. */
export function barScale(items: readonly ContributionItem[], width: number): BarScale {
  const values = items.flatMap(({ before, after = 0 }) => [before, after]);
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const perUnit = most > least ? Math.max(20, width - 2 * EDGE) / (most - least) : 0;
  return { zero: EDGE - least * perUnit, perUnit };
}

/** Two decimals, or three where two would say nothing. */
function short(value: number): string {
  return unit(value, Math.abs(value) < 0.0995 ? 3 : 2);
}

interface BarProps {
  readonly id: string;
  readonly item: ContributionItem;
  readonly y: number;
  readonly width: number;
  readonly scale: BarScale;
  readonly selected: boolean;
  readonly lit: boolean;
}

function Bar({ id, item, y, width, scale, selected, lit }: BarProps): ReactNode {
  const { dim, before, after, share, tail, token } = item;
  const words = strings.charts.contribution;
  const changed = after !== undefined && Math.abs(after - before) >= 5e-4;
  const now = after === undefined ? '' : unit(after, 3);
  const look = tail === undefined ? 'bar' : changed ? 'tailGhost' : 'tail';
  const dimX = tail === undefined ? EDGE : EDGE + 13;
  return (
    <g
      id={id}
      role="option"
      aria-selected={selected}
      aria-label={words.spoken(dim, unit(before, 3), share === undefined ? '' : percent(share), now)}
      className={styles['row']}
    >
      <rect
        className={styles[selected ? 'chosen' : lit ? 'lit' : 'plain']}
        x={0}
        y={y}
        width={width}
        height={ROW - 1}
        rx={4}
      />
      {tail !== undefined && (
        <TailMarker x={EDGE + 4} y={tail === 'min' ? y + 14 : y + 7} side={tail} size={4} />
      )}
      <Label x={dimX} y={y + 15} look={tail === undefined ? 'strong' : 'tailText'}>
        {dim}
      </Label>
      <Label x={dimX + textWidth(String(dim), 13, true) + 7} y={y + 15}>
        {share === undefined ? short(before) : words.value(short(before), percent(share))}
        {changed && (
          <tspan className={styles['now']} dx={4}>
            {words.readoutAfter(after === 0 ? '0' : short(after))}
          </tspan>
        )}
      </Label>
      {token !== undefined && (
        <g pointerEvents="none" data-passing="">
          <Label x={width - EDGE} y={y + 15} anchor="end" look="tokenText" halo>
            {words.token(percent(token))}
          </Label>
        </g>
      )}
      <Extent look={look} value={before} y={y + 19} height={10} scale={scale} />
      {after !== undefined && (
        <Extent look="after" value={after} y={y + 22.5} height={3} scale={scale} least={3} />
      )}
    </g>
  );
}

function Extent(props: {
  readonly look: string;
  readonly value: number;
  readonly y: number;
  readonly height: number;
  readonly scale: BarScale;
  readonly least?: number;
}): ReactNode {
  const { look, value, y, height, scale, least = 1.5 } = props;
  const long = Math.max(least, Math.abs(value) * scale.perUnit);
  const x = value < 0 ? scale.zero - long : scale.zero;
  return <rect className={styles[look]} x={round(x)} y={y} width={round(long)} height={height} rx={1.5} />;
}

/** Each bar's numbers. */
export function contributionTable(items: readonly ContributionItem[]): Table {
  const rows = items.map(({ dim, before, share, after = before }) => [
    dim,
    before,
    share ?? '',
    after,
    after - before,
  ]);
  return { columns: strings.charts.contribution.columns, rows };
}
