import { memo, useMemo, type ReactNode } from 'react';
import { Label, Readout, round } from '../marks.tsx';
import { sliderOver } from '../plot/control.ts';
import { Plot } from '../plot/Plot.tsx';
import { perWidth } from '../scale/per-width.ts';
import { textWidth } from '../scale/text-width.ts';
import { nearestOnMap, pointMapLayout, sidesOf, type PointMapLayout } from './point-map-layout.ts';
import styles from './PointMap.module.css';

/** A direction drawn from the middle: where a step along one dimension leads. */
export interface MapArrow {
  readonly name: string;
  /** Of a step of length 1, between -1 and 1. */
  readonly x: number;
  readonly y: number;
}

export interface MapSide {
  /** "whole", "180 cut" */
  readonly name: string;
  /** [points, 2] */
  readonly places: ArrayLike<number>;
  readonly axes?: readonly [string, string] | undefined;
  readonly arrow?: MapArrow | undefined;
}

export interface PointMapProps {
  readonly before: MapSide;
  readonly after?: MapSide | undefined;
  readonly label: string;
  /** A point in two short lines. */
  readonly lines: (point: number) => readonly [string, string];
  readonly selected: number | undefined;
  readonly onSelect: (point: number | undefined) => void;
}

/** Points in the plane, before and after side by side; the same point is lit in both. */
export const PointMap = memo(function PointMapView(props: PointMapProps): ReactNode {
  const { before, after, selected, onSelect, lines } = props;
  const sides = useMemo(() => [before, ...(after ? [after] : [])], [before, after]);
  const layoutsFor = useMemo(
    () =>
      perWidth((width) =>
        sides.map(({ places }, side) => pointMapLayout(places, side, sidesOf(sides.length, width))),
      ),
    [sides],
  );
  const near = (px: number, py: number, width: number): number | undefined => {
    const layouts = layoutsFor(width);
    for (const [side, layout] of layouts.entries()) {
      const found = nearestOnMap(sides[side]?.places ?? [], layout, px, py);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const points = before.places.length / 2;
  const at = Math.min(selected ?? 0, Math.max(0, points - 1));
  return (
    <Plot
      height={(width) => sidesOf(sides.length, width).height}
      label={props.label}
      control={sliderOver(points, at, { text: points > 0 ? lines(at).join(', ') : '', onMove: onSelect })}
      onPoint={(px, py, width) => {
        onSelect(px === undefined ? undefined : near(px, py, width));
      }}
    >
      {({ width }) => (
        <>
          {layoutsFor(width).map((layout, side) => {
            const own = sides[side];
            return own && <Side key={side} side={own} layout={layout} isAfter={side === 1} />;
          })}
          {selected !== undefined &&
            layoutsFor(width).map((layout, side) => (
              <Lit
                key={side}
                places={sides[side]?.places ?? []}
                point={selected}
                layout={layout}
                width={width}
                lines={side === 0 ? lines(selected) : undefined}
              />
            ))}
        </>
      )}
    </Plot>
  );
});

const Side = memo(function SideView(props: {
  readonly side: MapSide;
  readonly layout: PointMapLayout;
  readonly isAfter: boolean;
}): ReactNode {
  const { side, layout, isAfter } = props;
  const { left, top, wide, high, x, y } = layout;
  const dots = Array.from({ length: side.places.length / 2 }, (_, i) => {
    const [px, py] = [x(side.places[2 * i] ?? NaN), y(side.places[2 * i + 1] ?? NaN)];
    return Number.isFinite(px) && Number.isFinite(py) ? `M${round(px)},${round(py)}h0` : '';
  }).join('');
  return (
    <>
      <rect
        className={styles['frame']}
        x={round(left)}
        y={top}
        width={round(wide)}
        height={round(high)}
        rx={4}
      />
      <Label x={round(left)} y={top - 7} look={isAfter ? 'afterText' : 'strong'}>
        {side.name}
      </Label>
      <path className={styles[isAfter ? 'after' : 'before']} d={dots} />
      {side.arrow && <Arrow arrow={side.arrow} layout={layout} />}
      {side.axes && (
        <>
          <Label x={round(left + wide)} y={round(top + high) + 15} anchor="end" look="small">
            {`${side.axes[0]} →`}
          </Label>
          <Label x={round(left)} y={round(top + high) + 15} look="small">
            {`↑ ${side.axes[1]}`}
          </Label>
        </>
      )}
    </>
  );
});

/** Of at most half the frame's height: a step of length 1 that lies in the plane. */
function Arrow({ arrow, layout }: { readonly arrow: MapArrow; readonly layout: PointMapLayout }): ReactNode {
  const { left, top, wide, high } = layout;
  const [cx, cy] = [left + wide / 2, top + high / 2];
  const reach = Math.min(wide, high) / 2 - 26;
  const [dx, dy] = [arrow.x * reach, -arrow.y * reach];
  const long = Math.hypot(dx, dy);
  if (!(long > 3)) return null;
  const [ux, uy] = [dx / long, dy / long];
  const [tx, ty] = [cx + dx, cy + dy];
  const head = [
    [tx - 8 * ux - 4 * uy, ty - 8 * uy + 4 * ux],
    [tx - 8 * ux + 4 * uy, ty - 8 * uy - 4 * ux],
  ] as const;
  const [a, b] = head.map(([px, py]) => `${round(px)},${round(py)}`);
  // beside the tip, or over it where the side has no room there
  const named = textWidth(arrow.name, 12.5, true);
  const anchor = Math.abs(ux) < 0.3 ? 'middle' : ux > 0 ? 'start' : 'end';
  const beside = tx + 8 * ux;
  const from = anchor === 'middle' ? beside - named / 2 : anchor === 'start' ? beside : beside - named;
  const held = Math.max(left + 2, Math.min(left + wide - named - 2, from));
  const over = held !== from && anchor !== 'middle';
  return (
    <>
      <line className={styles['arrow']} x1={round(cx)} y1={round(cy)} x2={round(tx)} y2={round(ty)} />
      <path className={styles['tip']} d={`M${round(tx)},${round(ty)}L${a ?? ''}L${b ?? ''}Z`} />
      <Label
        x={round(over ? held : beside)}
        y={round(over ? ty - 10 : ty + 12 * uy + 4)}
        anchor={over ? 'start' : anchor}
        look="tailText"
        halo
      >
        {arrow.name}
      </Label>
    </>
  );
}

function Lit(props: {
  readonly places: ArrayLike<number>;
  readonly point: number;
  readonly layout: PointMapLayout;
  readonly width: number;
  readonly lines: readonly [string, string] | undefined;
}): ReactNode {
  const { places, point, layout, width, lines } = props;
  const [px, py] = [layout.x(places[2 * point] ?? NaN), layout.y(places[2 * point + 1] ?? NaN)];
  if (!Number.isFinite(px) || !Number.isFinite(py)) return null;
  return (
    <g data-passing="" pointerEvents="none">
      <circle className={styles['lit']} cx={round(px)} cy={round(py)} r={6} />
      {lines && <Readout x={px} y={py} width={width} lines={lines} />}
    </g>
  );
}
