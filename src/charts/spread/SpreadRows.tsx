import { memo, useMemo, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Label, round } from '../marks.tsx';
import { sliderOver } from '../plot/control.ts';
import { Plot } from '../plot/Plot.tsx';
import { perWidth } from '../scale/per-width.ts';
import { tickText } from '../scale/format.ts';
import { spreadHeight, spreadLayout, spreadPath, type SpreadLayout } from './spread-layout.ts';
import styles from './SpreadRows.module.css';

export interface SpreadRowsProps {
  /** Short names of the rows, one a layer. */
  readonly names: readonly string[];
  /** Shares by bin, a row a layer. */
  readonly before: readonly ArrayLike<number>[];
  readonly after?: readonly ArrayLike<number>[] | undefined;
  /** Rows that the scales hold beside its own, where other rows are to be read on the same ones. */
  readonly beside?: readonly ArrayLike<number>[] | undefined;
  /** Where the first bin begins and the last ends. */
  readonly range: readonly [number, number];
  readonly selected: number;
  readonly axis: string;
  /** A row in words. */
  readonly spoken: (row: number) => string;
  readonly onSelect?: (row: number) => void;
}

/** A histogram a layer, the last layer on top: filled before, outlined after. */
export const SpreadRows = memo(function SpreadRowsView(props: SpreadRowsProps): ReactNode {
  const { names, before, after, beside, range, selected, onSelect } = props;
  const scaled = useMemo(() => [...before, ...(after ?? []), ...(beside ?? [])], [before, after, beside]);
  const layoutFor = useMemo(() => perWidth((width) => spreadLayout(scaled, range, width)), [scaled, range]);
  const height = spreadHeight(names.length);
  const rowAt = (y: number, { pitch }: SpreadLayout, bottom: number): number =>
    Math.min(names.length - 1, Math.max(0, Math.floor((bottom - y) / pitch)));
  const base = height - (spreadHeight(1) - spreadLayout([[0]], range, 100).bottom);
  return (
    <Plot
      height={height}
      label={strings.charts.lines.control}
      control={sliderOver(names.length, selected, {
        page: 4,
        text: props.spoken(selected),
        onMove: onSelect,
      })}
      onPress={(_, y, width) => onSelect?.(rowAt(y, layoutFor(width), base))}
    >
      {({ width }) => <Rows {...props} scaled={scaled} layout={layoutFor(width)} base={base} />}
    </Plot>
  );
});

function Rows(
  props: SpreadRowsProps & {
    readonly scaled: readonly ArrayLike<number>[];
    readonly layout: SpreadLayout;
    readonly base: number;
  },
): ReactNode {
  const { names, before, after, range, selected, axis, layout, base } = props;
  const { left, right, pitch, ticks, x } = layout;
  const most = props.scaled.reduce((tallest, row) => Math.max(tallest, ...Array.from(row)), 1e-9);
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className={styles[tick === 0 ? 'zero' : 'grid']}
            x1={round(x(tick))}
            x2={round(x(tick))}
            y1={6}
            y2={base}
          />
          <Label x={round(x(tick))} y={base + 16} anchor="middle">
            {tick === 0 ? '0' : tickText(tick, step).replace(/^(−?)0\./, '$1.')}
          </Label>
        </g>
      ))}
      <Label x={right} y={base + 31} anchor="end" look="small">
        {axis}
      </Label>
      {names
        .map((name, row) => ({ name, row, y: base - row * pitch }))
        .reverse()
        .map(({ name, row, y }) => (
          <g key={row}>
            {row === selected && (
              <rect className={styles['here']} x={0} y={y - pitch} width={right} height={pitch} rx={4} />
            )}
            <path
              className={styles['before']}
              d={spreadPath(before[row] ?? [], most, y, range, layout, true)}
            />
            {after && (
              <path
                className={styles['after']}
                d={spreadPath(after[row] ?? [], most, y, range, layout, false)}
              />
            )}
            <line className={styles['base']} x1={left} x2={right} y1={y} y2={y} />
            <Label x={left - 7} y={y - 4} anchor="end" look={row === selected ? 'strong' : 'text'}>
              {name}
            </Label>
          </g>
        ))}
    </>
  );
}
