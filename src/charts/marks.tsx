import type { ReactNode } from 'react';
import styles from './marks.module.css';
import type { Anchor } from './scale/place-labels.ts';
import { fitEnd, textWidth } from './scale/text-width.ts';
import type { TailSide } from './tail.ts';

type TextStyle = 'text' | 'small' | 'strong' | 'tailText' | 'afterText' | 'tokenText';

export interface LabelProps {
  readonly x: number;
  readonly y: number;
  readonly anchor?: Anchor;
  readonly look?: TextStyle;
  /** Paper around the letters, where lines may run behind them. */
  readonly halo?: boolean;
  readonly children: ReactNode;
}

/** A text of the drawing. */
export function Label({
  x,
  y,
  anchor = 'start',
  look = 'text',
  halo = false,
  children,
}: LabelProps): ReactNode {
  const names = [styles[look], styles[anchor], halo ? styles['halo'] : ''];
  return (
    <text x={x} y={y} className={names.join(' ')}>
      {children}
    </text>
  );
}

/** The mark of a tail: a triangle whose tip is at (x, y), down for a minimum and up for a maximum. */
export function TailMarker(props: {
  readonly x: number;
  readonly y: number;
  readonly side: TailSide;
  readonly size?: number;
  readonly hollow?: boolean;
  /** Of a tail that is none here. */
  readonly faint?: boolean | undefined;
}): ReactNode {
  const { x, y, side, size = 5, hollow = false, faint = false } = props;
  const back = side === 'min' ? -1.7 * size : 1.7 * size;
  return (
    <path
      className={hollow ? styles['hollow'] : styles['tail']}
      opacity={faint ? 0.45 : undefined}
      d={`M${round(x)},${round(y)}l${-size},${round(back)}h${2 * size}z`}
    />
  );
}

/** A line across the plot at every tick, with its value on the left. */
export function ValueGrid(props: {
  readonly layout: {
    readonly left: number;
    readonly right: number;
    readonly y: (value: number) => number;
  };
  readonly ticks: readonly number[];
  readonly text: (tick: number) => string;
}): ReactNode {
  const { layout, ticks, text } = props;
  const { left, right } = layout;
  return ticks.map((tick) => {
    const y = round(layout.y(tick));
    return (
      <g key={tick}>
        <line className={styles[tick === 0 ? 'zero' : 'grid']} x1={left} x2={right} y1={y} y2={y} />
        <Label x={left - 7} y={y + 4} anchor="end">
          {text(tick)}
        </Label>
      </g>
    );
  });
}

/** A token's value: a diamond in its colour around (x, y). */
export function TokenMark({ x, y, size = 5 }: { x: number; y: number; size?: number }): ReactNode {
  return (
    <path
      className={styles['token']}
      d={`M${round(x)},${round(y - size)}l${size},${size}l${-size},${size}l${-size},${-size}z`}
    />
  );
}

/** Dimensions below an axis; the selected one is named in place of the ticks it would run into. */
export function DimTicks(props: {
  readonly ticks: readonly number[];
  readonly selected: number | undefined;
  readonly x: (dim: number) => number;
  readonly y: number;
}): ReactNode {
  const { ticks, selected, x, y } = props;
  const last = ticks.at(-1) ?? 0;
  const free = selected === undefined ? ticks : ticks.filter((tick) => Math.abs(x(tick) - x(selected)) > 32);
  return (
    <>
      {free.map((tick) => (
        <Label key={tick} x={round(x(tick))} y={y} anchor={tick === last ? 'end' : 'middle'}>
          {tick}
        </Label>
      ))}
      {selected !== undefined && (
        <Label
          x={round(x(selected))}
          y={y}
          anchor={x(last) - x(selected) < 14 ? 'end' : 'middle'}
          look="strong"
        >
          {selected}
        </Label>
      )}
    </>
  );
}

/** Two short lines in a box near a point, kept inside the drawing; not part of a saved picture. */
export function Readout(props: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly lines: readonly [string, string];
}): ReactNode {
  const [first, second] = props.lines;
  const wide = Math.max(textWidth(first, 12.5, true), textWidth(second, 12)) + 18;
  const x = props.x + 14 + wide > props.width ? Math.max(0, props.x - 14 - wide) : props.x + 14;
  const y = Math.max(0, props.y - 46);
  return (
    <g data-passing="" pointerEvents="none">
      <rect
        className={styles['readoutBox']}
        x={round(x)}
        y={round(y)}
        width={round(wide)}
        height={40}
        rx={5}
      />
      <Label x={round(x) + 9} y={round(y) + 17} look="strong">
        {first}
      </Label>
      <Label x={round(x) + 9} y={round(y) + 32}>
        {second}
      </Label>
    </g>
  );
}

/** Px of the line that is read first, and how much wider it may be for being bold: more than textWidth allows, as letters go. */
const READ = 12.5;
const BOLDER = 1.16;

/** The same two lines without a box, where a chart keeps room for them: they cover nothing. */
export function FootReadout(props: {
  readonly x: number;
  /** First baseline. */
  readonly y: number;
  /** Of the drawing: lines too long for it begin further left, and of those longer still their ends are written. */
  readonly width: number;
  readonly lines: readonly [string, string];
}): ReactNode {
  const { y, width, lines } = props;
  const [first, second] = lines;
  const widest = Math.max(textWidth(first, READ * BOLDER), textWidth(second, 12));
  const x = Math.max(0, Math.min(props.x, width - widest));
  return (
    <g data-passing="" pointerEvents="none">
      <Label x={round(x)} y={round(y)} look="strong">
        {widest > width ? fitEnd(first, width, READ * BOLDER) : first}
      </Label>
      <Label x={round(x)} y={round(y) + 16}>
        {second}
      </Label>
    </g>
  );
}

/** Under an axis: the place whose values are written, and what the axis counts where both have room. */
export function AxisFoot(props: {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly place: string;
  readonly name: string;
}): ReactNode {
  const { left, right, y, place, name } = props;
  const wide = textWidth(place, 12.5, true);
  const room = right - left - wide - 12;
  return (
    <>
      <Label x={round(Math.min(left, Math.max(0, right - wide)))} y={y} look="strong">
        {place}
      </Label>
      {textWidth(name, 11) <= room && (
        <Label x={round(right)} y={y} anchor="end" look="small">
          {name}
        </Label>
      )}
    </>
  );
}

/** Coordinates to a tenth of a px: smaller documents, steady snapshots. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
