import { line } from 'd3';
import { memo, useMemo, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { AxisFoot, Label, TailMarker, ValueGrid, round } from '../marks.tsx';
import { sliderOver } from '../plot/control.ts';
import { Plot } from '../plot/Plot.tsx';
import { decimal } from '../scale/format.ts';
import { placeLabels, type Spot } from '../scale/place-labels.ts';
import { lastAt, nearestPlace } from '../scale/places.ts';
import type { RunAxisKind } from '../scale/run-axis.ts';
import { textWidth } from '../scale/text-width.ts';
import type { TailSide } from '../tail.ts';
import styles from './RunLines.module.css';
import { runLinesLayout, type RunLinesLayout } from './run-lines-layout.ts';

export interface RunLine {
  readonly name: string;
  /** In order; values above 0. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Tails and the points from which on they are some. */
  readonly births: readonly { readonly dim: number; readonly side: TailSide; readonly x: number }[];
  readonly breaks: readonly number[];
}

export interface RunLinesProps {
  /** Drawn in this order: solid, dashed, dotted. */
  readonly lines: readonly RunLine[];
  readonly axis: RunAxisKind;
  /** Every place that some line has a point at, ascending. */
  readonly places: readonly number[];
  /** The place whose values are written: an index of `places`. */
  readonly at: number;
  readonly value: (value: number) => string;
  readonly xText: (x: number) => string;
  readonly xName: string;
  readonly placeText: (x: number) => string;
  readonly height?: number;
  readonly onMove: (at: number | undefined) => void;
}

const LOOKS = ['solid', 'dashed', 'dotted'] as const;

/** A value of several runs over the same axis, and on each line where its tails were born. */
export const RunLines = memo(function RunLinesView(props: RunLinesProps): ReactNode {
  const { lines, places, at, height = 250, onMove } = props;
  const here = places[at] ?? 0;
  const words = strings.charts.runLines;
  const layout = (width: number): RunLinesLayout =>
    runLinesLayout(
      lines.flatMap(({ points }) => points.map(({ y }) => y)),
      places,
      props.axis,
      width,
      height,
    );
  return (
    <Plot
      height={height}
      label={words.control}
      control={sliderOver(places.length, at, {
        page: 5,
        text: words.spoken(
          props.placeText(here),
          lines.map((one) => `${one.name} ${valueAt(one, here, props.value)}`).join(', '),
        ),
        onMove,
      })}
      onPoint={(x, _, width) => {
        if (x === undefined) {
          onMove(undefined);
          return;
        }
        const { axis } = layout(width);
        onMove(nearestPlace(places, axis, x));
      }}
    >
      {({ width }) => <LinesDrawing {...props} width={width} layout={layout(width)} here={here} />}
    </Plot>
  );
});

function valueAt(one: RunLine, x: number, value: (value: number) => string): string {
  const point = lastAt(one.points, x);
  return point ? value(point.y) : strings.charts.strips.nothing;
}

interface LinesDrawingProps extends RunLinesProps {
  readonly layout: RunLinesLayout;
  readonly width: number;
  readonly here: number;
}

function LinesDrawing(props: LinesDrawingProps): ReactNode {
  const { lines, layout, here, value, xText, xName, placeText, height = 250, width } = props;
  const { axis, y, left, right, top, bottom, ticks } = layout;
  const path = useMemo(
    () =>
      line<{ readonly x: number; readonly y: number }>(
        (point) => round(axis.x(point.x)),
        (point) => round(y(point.y)),
      ),
    [axis, y],
  );
  return (
    <>
      <ValueGrid layout={{ left, right, y }} ticks={ticks} text={(tick) => decimal(tick, tick < 1 ? 2 : 0)} />
      {axis.ticks.map((tick) => (
        <Label
          key={tick}
          x={round(axis.x(tick))}
          y={bottom + 17}
          anchor={axis.x(tick) + 14 > width ? 'end' : 'middle'}
        >
          {xText(tick)}
        </Label>
      ))}
      <line className={styles['axis']} x1={left} x2={right} y1={bottom} y2={bottom} />
      {lines
        .flatMap(({ breaks }) => breaks)
        .map((at, i) => (
          <line
            key={i}
            className={styles['break']}
            x1={round(axis.x(at))}
            x2={round(axis.x(at))}
            y1={top}
            y2={bottom}
          />
        ))}
      <g data-passing="">
        <line
          className={styles['here']}
          x1={round(axis.x(here))}
          x2={round(axis.x(here))}
          y1={top}
          y2={bottom}
        />
      </g>
      {lines.map((one, i) => (
        <path
          key={i}
          className={styles[LOOKS[i % LOOKS.length] ?? 'solid']}
          d={path([...one.points]) ?? ''}
        />
      ))}
      {lines.map((one, i) => {
        const point = lastAt(one.points, here);
        return (
          point && (
            <circle
              key={i}
              className={styles['dot']}
              cx={round(axis.x(point.x))}
              cy={round(y(point.y))}
              r={3.5}
            />
          )
        );
      })}
      <Births lines={lines} layout={layout} />
      <Names lines={lines} right={right} top={top} here={here} value={value} />
      <AxisFoot left={left} right={right} y={height - 4} place={placeText(here)} name={xName} />
    </>
  );
}

/** On their lines, the tails at the points where they were born, none of their numbers on another. */
function Births({
  lines,
  layout,
}: {
  readonly lines: readonly RunLine[];
  readonly layout: RunLinesLayout;
}): ReactNode {
  const { axis, y, left, right, top, bottom } = layout;
  const marks = lines.flatMap(({ points, births }, run) =>
    births.flatMap(({ dim, side, x }) => {
      const point = lastAt(points, x);
      return point ? [{ key: `${run} ${dim}`, dim, side, x: axis.x(x), y: y(point.y) }] : [];
    }),
  );
  const obstacles = marks.map((mark) => ({ x: mark.x - 6, y: mark.y - 9, width: 12, height: 12 }));
  const spots = placeLabels(
    marks.map(({ key, dim, x, y: at }) => ({
      key,
      width: textWidth(String(dim), 12.5, true),
      height: 14,
      spots: [-5, 12, -20, 27, -35].flatMap((down): Spot[] => [
        { x: x + 8, y: at + down, anchor: 'start' },
        { x: x - 8, y: at + down, anchor: 'end' },
      ]),
    })),
    { x: left, y: top, width: right - left, height: bottom - top },
    obstacles,
  );
  return marks.map(({ key, dim, side, x, y: at }) => {
    const spot = spots.get(key);
    return (
      <g key={key}>
        <TailMarker x={x} y={side === 'min' ? at : at - 9} side={side} />
        {spot && (
          <Label x={round(spot.x)} y={round(spot.y)} anchor={spot.anchor} look="tailText" halo>
            {dim}
          </Label>
        )}
      </g>
    );
  });
}

/** The names with their values, in the corner that a falling line leaves free. */
function Names(props: {
  readonly lines: readonly RunLine[];
  readonly right: number;
  readonly top: number;
  readonly here: number;
  readonly value: (value: number) => string;
}): ReactNode {
  const { lines, right, top, here, value } = props;
  return lines.map((one, i) => {
    const text = `${one.name} ${valueAt(one, here, value)}`;
    const y = top + 12 + 18 * i;
    const start = right - textWidth(text, 12.5, true) - 34;
    return (
      <g key={i}>
        <line
          className={styles[LOOKS[i % LOOKS.length] ?? 'solid']}
          x1={round(start)}
          x2={round(start + 26)}
          y1={y - 4}
          y2={y - 4}
        />
        <Label x={right} y={y} anchor="end" look="strong" halo>
          {text}
        </Label>
      </g>
    );
  });
}
