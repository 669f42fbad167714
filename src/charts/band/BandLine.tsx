import { area, line } from 'd3';
import { memo, useMemo, useState, type ReactNode } from 'react';
import { FootReadout, Label, ValueGrid, round } from '../marks.tsx';
import marks from '../marks.module.css';
import { sliderOver } from '../plot/control.ts';
import { Plot } from '../plot/Plot.tsx';
import { tickText } from '../scale/format.ts';
import { textWidth } from '../scale/text-width.ts';
import styles from './BandLine.module.css';
import { bandLayout, MARGIN, nearestPlace, type BandLayout } from './band-layout.ts';

/** Values of a spread at each place: the smallest, that above 5 %, 50 % and 95 % of the others, and the largest. */
const SPREAD = 5;

export interface BandLineProps {
  /** One a place; NaN where there is none. */
  readonly values: ArrayLike<number>;
  /** How all the others are spread, [places, 5]; a line alone when left out. */
  readonly spread?: ArrayLike<number> | undefined;
  /** What the places are: "Position". */
  readonly label: string;
  /** A place's short name below the axis. */
  readonly placeName: (place: number) => string;
  /** A place in two short lines: what stands there, and how. */
  readonly reading: (place: number) => readonly [string, string];
  readonly axis: string;
  /** Whether each place is a thing by itself: then it has a dot. */
  readonly dots?: boolean;
  /** Values that the axis holds beside its own, where another line is to be read on the same one. */
  readonly beside?: ArrayLike<number> | undefined;
  readonly height?: number;
}

/** One dimension along places, over the spread of all others in grey; a place is read under the pointer or by the arrow keys. */
export const BandLine = memo(function BandLineView(props: BandLineProps): ReactNode {
  const { values, spread, beside, label, reading, height = 220, dots = false } = props;
  const [chosen, setChosen] = useState(0);
  const [pointed, setPointed] = useState<number>();
  const places = values.length;
  const at = Math.min(pointed ?? chosen, places - 1);
  const { placeName } = props;
  const longest = useMemo(
    () => Math.max(0, ...Array.from({ length: places }, (_, place) => textWidth(placeName(place), 12))),
    [places, placeName],
  );
  const layout = (width: number): BandLayout =>
    bandLayout([values, spread, beside], places, width, height, longest + 6);
  const point = (x: number | undefined, width: number): number | undefined =>
    x === undefined || places === 0 ? undefined : nearestPlace(layout(width), places, x);
  return (
    <Plot
      height={height + 40}
      label={label}
      control={sliderOver(places, Math.min(chosen, places - 1), {
        page: 10,
        text: places === 0 ? '' : reading(Math.min(chosen, places - 1)).join(', '),
        onMove: setChosen,
      })}
      onPoint={(x, _, width) => {
        setPointed(point(x, width));
      }}
      onPress={(x, _, width) => {
        setChosen(point(x, width) ?? 0);
      }}
    >
      {({ width }) => {
        const drawn = layout(width);
        const here = values[at] ?? NaN;
        return (
          <>
            <Axes {...props} layout={drawn} places={places} />
            {spread !== undefined && <Spread spread={spread} places={places} layout={drawn} />}
            <path className={styles['line']} d={linePath(values, drawn)} />
            {dots &&
              Array.from(values, (value, place) =>
                Number.isFinite(value) ? (
                  <circle
                    key={place}
                    className={marks['tail']}
                    cx={round(drawn.x(place))}
                    cy={round(drawn.y(value))}
                    r={3}
                  />
                ) : null,
              )}
            {Number.isFinite(here) && (
              <g data-passing="">
                <line
                  className={styles['here']}
                  x1={round(drawn.x(at))}
                  x2={round(drawn.x(at))}
                  y1={drawn.top}
                  y2={drawn.bottom}
                />
                <circle className={styles['dot']} cx={round(drawn.x(at))} cy={round(drawn.y(here))} r={4.5} />
              </g>
            )}
            {places > 0 && <FootReadout width={width} x={drawn.left} y={height + 14} lines={reading(at)} />}
          </>
        );
      }}
    </Plot>
  );
});

function linePath(values: ArrayLike<number>, { x, y }: BandLayout): string {
  const draw = line<number>()
    .defined(Number.isFinite)
    .x((_, place) => round(x(place)))
    .y((value) => round(y(value)));
  return draw(Array.from(values)) ?? '';
}

const Spread = memo(function SpreadView(props: {
  readonly spread: ArrayLike<number>;
  readonly places: number;
  readonly layout: BandLayout;
}): ReactNode {
  const { spread, places, layout } = props;
  const at = (place: number, which: number) => spread[place * SPREAD + which] ?? NaN;
  const between = (low: number, high: number): string =>
    area<number>()
      .x((place) => round(layout.x(place)))
      .y0((place) => round(layout.y(at(place, low))))
      .y1((place) => round(layout.y(at(place, high))))(Array.from({ length: places }, (_, p) => p)) ?? '';
  return (
    <>
      <path className={styles['all']} d={between(0, 4)} />
      <path className={styles['most']} d={between(1, 3)} />
    </>
  );
});

function Axes(props: BandLineProps & { readonly layout: BandLayout; readonly places: number }): ReactNode {
  const { layout, places, placeName, axis } = props;
  const { ticks, every, x, bottom, right } = layout;
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  const named = Array.from({ length: places }, (_, place) => place).filter((place) => place % every === 0);
  return (
    <>
      <ValueGrid layout={layout} ticks={ticks} text={(tick) => tickText(tick, step)} />
      {named.map((place) => {
        const name = placeName(place);
        // a long name of the last place would reach out of the drawing
        const out = x(place) + textWidth(name, 12) / 2 > right + MARGIN;
        return (
          <Label
            key={place}
            x={out ? right + MARGIN : round(x(place))}
            y={bottom + 17}
            anchor={out ? 'end' : 'middle'}
          >
            {name}
          </Label>
        );
      })}
      <Label x={right} y={bottom + 32} anchor="end" look="small">
        {axis}
      </Label>
    </>
  );
}
