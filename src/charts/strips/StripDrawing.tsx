import { memo, type ReactNode } from 'react';
import { Label, TailMarker, round } from '../marks.tsx';
import marks from '../marks.module.css';
import type { RunAxis } from '../scale/run-axis.ts';
import type { Box } from '../scale/place-labels.ts';
import styles from './CurveStrips.module.css';
import type { Curve, CurveScale } from './curve.ts';
import { areaPath, linePath, runFrom, runLabel, stripRuns, type StripRun } from './strip-runs.ts';

export interface StripDrawingProps {
  readonly curve: Curve;
  readonly axis: RunAxis;
  readonly scale: CurveScale;
  /** The plot. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Whether the values are written beside it. */
  readonly first: boolean;
  readonly xText: (x: number) => string;
}

/** One curve: filled in the tail's colour where a dimension that ends as a tail has the value. */
export const StripDrawing = memo(function StripDrawingView(props: StripDrawingProps): ReactNode {
  const { curve, axis, scale, left, top, width, height, first, xText } = props;
  const bottom = top + height;
  const y = (value: number): number => bottom - (Math.min(value, scale.high) / (scale.high || 1)) * height;
  const x = (value: number): number => left + axis.x(value);
  const box: Box = { x: left, y: top, width, height };
  const runs = stripRuns(curve.points, (point) => [x(point.x), y(point.y)]);
  const tails = new Set(curve.tails.map(({ dim }) => dim));
  const isTail = (dim: number | undefined): boolean => dim !== undefined && tails.has(dim);
  return (
    <g>
      <rect className={styles['plot']} x={round(left)} y={top} width={round(width)} height={height} />
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={marks[tick === 0 ? 'zero' : 'grid']}
            x1={round(left)}
            x2={round(left + width)}
            y1={round(y(tick))}
            y2={round(y(tick))}
          />
          {first && (
            <Label x={round(left - 6)} y={round(y(tick) + 4)} anchor="end" look="small">
              {scale.text(tick)}
            </Label>
          )}
        </g>
      ))}
      {runs.map((run, i) => (
        <path key={i} className={styles[isTail(run.dim) ? 'tailArea' : 'area']} d={areaPath(run, bottom)} />
      ))}
      {scale.threshold !== undefined && scale.threshold <= scale.high && (
        <line
          className={styles['threshold']}
          x1={round(left)}
          x2={round(left + width)}
          y1={round(y(scale.threshold))}
          y2={round(y(scale.threshold))}
        />
      )}
      {curve.breaks.map((at) => (
        <line key={at} className={styles['break']} x1={round(x(at))} x2={round(x(at))} y1={top} y2={bottom} />
      ))}
      {runs.map((run, i) => (
        <path key={i} className={styles[isTail(run.dim) ? 'tailLine' : 'line']} d={linePath(run)} />
      ))}
      {curve.selected !== undefined &&
        runs
          .filter(({ dim }) => dim === curve.selected)
          .map(({ line }, i) => (
            <line
              key={i}
              className={styles['chosen']}
              x1={round(line[0]?.[0] ?? 0)}
              x2={round(line.at(-1)?.[0] ?? 0)}
              y1={bottom + 2}
              y2={bottom + 2}
            />
          ))}
      {runs.map((run, i) => {
        if (run.dim === undefined) return null;
        const tail = isTail(run.dim);
        const spot = labelSpot(run, curve, x, box);
        return (
          spot && (
            <Label
              key={i}
              x={round(spot.x)}
              y={round(spot.y)}
              anchor="middle"
              look={tail ? 'tailText' : 'small'}
              halo={!tail}
            >
              {run.dim}
            </Label>
          )
        );
      })}
      {curve.tails.map(({ dim, side, from }) =>
        from === undefined ? null : (
          <g key={dim}>
            <line className={styles['birth']} x1={round(x(from))} x2={round(x(from))} y1={top} y2={bottom} />
            <TailMarker x={x(from)} y={side === 'min' ? bottom : bottom - 8} side={side} size={4.5} />
            <Birth x={x(from)} y={top + 10} left={left}>
              {xText(from)}
            </Birth>
          </g>
        ),
      )}
    </g>
  );
});

/** A tail's number stands in its area, after its birth where there is room; another one over its line. */
function labelSpot(
  run: StripRun,
  { tails }: Curve,
  x: (value: number) => number,
  box: Box,
): ReturnType<typeof runLabel> {
  const text = String(run.dim);
  const tail = tails.find(({ dim }) => dim === run.dim);
  if (!tail) return runLabel(run, text, 11, box);
  const after = tail.from === undefined ? run : runFrom(run, x(tail.from));
  return runLabel(after, text, 13, box, 'under') ?? runLabel(run, text, 13, box);
}

/** When, beside its line: before it, where curves are still low, or after it at the very beginning. */
function Birth(props: {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly children: string;
}): ReactNode {
  const { x, y, left, children } = props;
  const early = x - left < 44;
  return (
    <Label x={round(early ? x + 4 : x - 4)} y={y} anchor={early ? 'start' : 'end'} look="small" halo>
      {children}
    </Label>
  );
}
