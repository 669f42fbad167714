import type { ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Label, round } from '../marks.tsx';
import { lastAt } from '../scale/places.ts';
import type { RunAxis } from '../scale/run-axis.ts';
import { fitEnd, textWidth } from '../scale/text-width.ts';
import styles from './CurveStrips.module.css';
import type { Curve, CurveScale } from './curve.ts';
import type { StripsLayout } from './strips-layout.ts';

const words = strings.charts.strips;

/** A value and whose it is: "81 88 %". */
export function held(
  point: { readonly y: number; readonly dim?: number | undefined },
  value: (y: number) => string,
): string {
  return words.value(point.dim, value(point.y));
}

/** A curve's name, and what it is at the place pointed at. */
export function StripHead(props: {
  readonly curve: Curve;
  readonly x: number;
  readonly value: (value: number) => string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}): ReactNode {
  const { curve, left, top, width } = props;
  const point = lastAt(curve.points, props.x);
  const said = point
    ? `${point.side === undefined ? '' : words.mark[point.side]}${held(point, props.value)}`
    : words.nothing;
  const tail = curve.tails.some(({ dim }) => dim === point?.dim);
  const room = width - textWidth(said, 12, true) - 10;
  return (
    <>
      <Label x={round(left)} y={top - 5} look="small">
        {fitEnd(curve.name, room, 11)}
      </Label>
      <Label x={round(left + width)} y={top - 5} anchor="end" look={tail ? 'tailText' : 'text'}>
        {said}
      </Label>
    </>
  );
}

/** Where the place pointed at is on a curve; a frame around the one that the keys have reached. */
export function StripHere(props: {
  readonly curve: Curve;
  readonly x: number;
  readonly axis: RunAxis;
  readonly scale: CurveScale;
  readonly layout: StripsLayout;
  readonly group: number;
  readonly strip: number;
  readonly active: boolean;
}): ReactNode {
  const { curve, axis, scale, layout, group, strip } = props;
  const point = lastAt(curve.points, props.x);
  const top = layout.stripTop(group, strip);
  const bottom = top + layout.inner;
  const left = layout.left(group);
  const line = round(left + axis.x(props.x));
  return (
    <g data-passing="" pointerEvents="none">
      <line className={styles['here']} x1={line} x2={line} y1={top} y2={bottom} />
      {point && (
        <circle
          className={styles['dot']}
          cx={round(left + axis.x(point.x))}
          cy={round(bottom - (Math.min(point.y, scale.high) / (scale.high || 1)) * layout.inner)}
          r={3.5}
        />
      )}
      {props.active && (
        <rect
          className={styles['active']}
          data-active=""
          x={round(left) - 2}
          y={top - 2}
          width={round(layout.width) + 4}
          height={layout.inner + 4}
          rx={3}
        />
      )}
    </g>
  );
}
