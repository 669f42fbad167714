import { memo, useMemo, useState, type ReactNode } from 'react';
import { Label, ValueGrid, round } from '../marks.tsx';
import { sliderOver } from '../plot/control.ts';
import { Plot } from '../plot/Plot.tsx';
import { decimal, tickText } from '../scale/format.ts';
import { perWidth } from '../scale/per-width.ts';
import styles from './Scatter.module.css';
import { nearestPoint, scatterLayout, type ScatterLayout } from './scatter-layout.ts';

export interface ScatterPoints {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export interface ScatterProps {
  readonly x: ArrayLike<number>;
  readonly before: ArrayLike<number>;
  readonly after?: ArrayLike<number> | undefined;
  readonly xName: string;
  readonly yName: string;
  /** Points that the axes hold beside their own, where another scatter is to be read on the same ones. */
  readonly beside?: ScatterPoints | undefined;
  /** What one point is: "Pair". */
  readonly label: string;
  /** A point in words. */
  readonly spoken: (point: number) => string;
  readonly selected?: number | undefined;
  readonly height?: number;
  readonly onSelect?: (point: number) => void;
}

/** Points to be joined by a line from before to after; more would be a thicket. */
const JOINED = 80;

/** Two values of each point, the second before and after a cut. */
export const Scatter = memo(function ScatterView(props: ScatterProps): ReactNode {
  const { x, before, after, beside, selected, height = 300, onSelect } = props;
  const [pointed, setPointed] = useState<number>();
  const layoutFor = useMemo(
    () => perWidth((width) => scatterLayout([x, beside?.x], [before, after, beside?.y], width, height)),
    [x, before, after, beside, height],
  );
  const near = (px: number, py: number, width: number): number | undefined =>
    nearestPoint(layoutFor(width), x, [before, after], px, py);
  const at = Math.min(selected ?? 0, Math.max(0, x.length - 1));
  return (
    <Plot
      height={height}
      label={props.label}
      control={sliderOver(x.length, at, { text: x.length > 0 ? props.spoken(at) : '', onMove: onSelect })}
      onPoint={(px, py, width) => {
        setPointed(px === undefined ? undefined : near(px, py, width));
      }}
      onPress={(px, py, width) => {
        const point = near(px, py, width);
        if (point !== undefined) onSelect?.(point);
      }}
    >
      {({ width }) => (
        <>
          <Axes layout={layoutFor(width)} xName={props.xName} yName={props.yName} />
          <Points x={x} before={before} after={after} layout={layoutFor(width)} />
          {selected !== undefined && <Lit {...props} point={selected} layout={layoutFor(width)} />}
          {pointed !== undefined && pointed !== selected && (
            <g data-passing="" pointerEvents="none">
              <Lit {...props} point={pointed} layout={layoutFor(width)} />
            </g>
          )}
        </>
      )}
    </Plot>
  );
});

const Axes = memo(function AxesView(props: {
  readonly layout: ScatterLayout;
  readonly xName: string;
  readonly yName: string;
}): ReactNode {
  const { layout, xName, yName } = props;
  const { left, right, top, bottom, ticks, xTicks, x } = layout;
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  return (
    <>
      <ValueGrid
        layout={layout}
        ticks={ticks}
        text={(tick) => (tick === 0 ? '0' : tickText(tick, step).replace(/^(−?)0\./, '$1.'))}
      />
      {xTicks.map((tick) => (
        <Label key={tick} x={round(x(tick))} y={bottom + 17} anchor="middle">
          {decimal(tick, Number.isInteger(tick) ? 0 : 1)}
        </Label>
      ))}
      <Label x={right} y={bottom + 33} anchor="end" look="small">
        {xName}
      </Label>
      <Label x={left + 4} y={top + 2} look="small" halo>
        {yName}
      </Label>
    </>
  );
});

/** All marks of a kind as one path: a point is a line of no length with round ends. */
const Points = memo(function PointsView(props: {
  readonly x: ArrayLike<number>;
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number> | undefined;
  readonly layout: ScatterLayout;
}): ReactNode {
  const { x, before, after, layout } = props;
  const dots = (values: ArrayLike<number>): string =>
    Array.from(values, (value, i) =>
      Number.isFinite(value) ? `M${round(layout.x(x[i] ?? 0))},${round(layout.y(value))}h0` : '',
    ).join('');
  const joins =
    after === undefined || x.length > JOINED
      ? ''
      : Array.from(after, (value, i) => {
          const at = round(layout.x(x[i] ?? 0));
          return `M${at},${round(layout.y(before[i] ?? 0))}V${round(layout.y(value))}`;
        }).join('');
  return (
    <>
      {joins !== '' && <path className={styles['join']} d={joins} />}
      <path className={styles['before']} d={dots(before)} />
      {after !== undefined && <path className={styles['after']} d={dots(after)} />}
    </>
  );
});

function Lit(props: ScatterProps & { readonly point: number; readonly layout: ScatterLayout }): ReactNode {
  const { point, layout, x, before, after } = props;
  const at = round(layout.x(x[point] ?? NaN));
  return [before, after].map((values, i) => {
    const value = values?.[point] ?? NaN;
    if (!Number.isFinite(value) || !Number.isFinite(at)) return null;
    return (
      <circle
        key={i}
        className={styles[i === 0 ? 'litBefore' : 'litAfter']}
        cx={at}
        cy={round(layout.y(value))}
        r={6}
      />
    );
  });
}
