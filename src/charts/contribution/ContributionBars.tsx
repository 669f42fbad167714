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
  /** Of the whole, before the cut: 0..1. */
  readonly share: number;
  readonly tail?: TailSide | undefined;
}

export interface ContributionBarsProps {
  /** In the order drawn. */
  readonly items: readonly ContributionItem[];
  readonly selected?: number | undefined;
  readonly hovered?: number | undefined;
  readonly onHover?: (dim: number | undefined) => void;
  readonly onSelect?: (dim: number) => void;
}

const ROW = 26;

/** A bar for each dimension: what it brings before the cut, and under it what it brings after. */
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

interface BarScale {
  readonly zero: number;
  readonly perUnit: number;
}

/**
 * Bars begin after the numbers, and the longest leave room for their own text, that of a cut included:
 * a toggle of the cut must not rescale them.
 */
export function barScale(items: readonly ContributionItem[], width: number): BarScale {
  const digits = Math.max(...items.map((item) => textWidth(String(item.dim), 13, true)), 20);
  const left = digits + 26;
  const least = Math.min(...items.map((item) => Math.min(item.before, item.after ?? 0)), 0);
  let perUnit = Infinity;
  for (const { before, after, share } of items) {
    const words = strings.charts.contribution;
    const text = `${words.value(short(before), percent(share))} ${words.readoutAfter('.00')}`;
    const room = Math.max(20, width - left - 12 - textWidth(text, 12));
    const long = Math.max(before, after ?? 0, 0) - least;
    if (long > 0) perUnit = Math.min(perUnit, room / long);
  }
  if (perUnit === Infinity) perUnit = 0;
  return { zero: left - least * perUnit, perUnit };
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
  const { dim, before, after, share, tail } = item;
  const words = strings.charts.contribution;
  const { zero, perUnit } = scale;
  const end = zero + Math.max(before, after ?? 0, 0) * perUnit;
  const changed = after !== undefined && Math.abs(after - before) >= 5e-4;
  const now = after === undefined ? '' : unit(after, 3);
  const look = tail === undefined ? 'bar' : changed ? 'tailGhost' : 'tail';
  return (
    <g
      id={id}
      role="option"
      aria-selected={selected}
      aria-label={words.spoken(dim, unit(before, 3), percent(share), now)}
      className={styles['row']}
    >
      <rect
        className={styles[selected ? 'chosen' : lit ? 'lit' : 'plain']}
        x={0}
        y={y}
        width={width}
        height={ROW}
        rx={4}
      />
      {tail !== undefined && <TailMarker x={9} y={tail === 'min' ? y + 17 : y + 9} side={tail} size={4} />}
      <Label
        x={round(zero - Math.max(0, -Math.min(before, after ?? 0, 0)) * perUnit) - 8}
        y={y + 17}
        anchor="end"
        look={tail === undefined ? 'text' : 'tailText'}
      >
        {dim}
      </Label>
      <Extent look={look} value={before} y={y + 6} height={14} scale={scale} />
      {after !== undefined && (
        <Extent look="after" value={after} y={y + 11} height={4} scale={scale} least={3} />
      )}
      <Label x={round(end) + 7} y={y + 17}>
        {words.value(short(before), percent(share))}
        {changed && (
          <tspan className={styles['now']} dx={4}>
            {words.readoutAfter(after === 0 ? '0' : short(after))}
          </tspan>
        )}
      </Label>
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
  const rows = items.map((item) => [item.dim, item.before, item.share, item.after ?? item.before]);
  return { columns: strings.charts.contribution.columns, rows };
}
