import { memo, type ReactNode } from 'react';
import { Label, TailMarker, round } from '../marks.tsx';
import marks from '../marks.module.css';
import type { RunAxis } from '../scale/run-axis.ts';
import { boxOf, type Box } from '../scale/place-labels.ts';
import { textWidth } from '../scale/text-width.ts';
import styles from './CurveStrips.module.css';
import type { Curve, CurveScale } from './curve.ts';
import { placeBirths } from './place-births.ts';
import { areaPath, linePath, runBoxes, runFrom, runLabel, stripRuns, type StripRun } from './strip-runs.ts';

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

/** Of the numbers of tails, and of others. */
const SIZES = { tail: 13, other: 11 };

/** Height of a birth's mark, with the gap to the next one over it. */
const MARK = 9;

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
  const numbers = runs.flatMap((run) => {
    const spot = run.dim === undefined ? undefined : labelSpot(run, curve, x, box);
    return run.dim === undefined || !spot ? [] : [{ dim: run.dim, tail: isTail(run.dim), spot }];
  });
  const { threshold } = scale;
  const dotted = threshold !== undefined && threshold <= scale.high ? y(threshold) : undefined;
  const births = placeBirths(
    curve.tails.flatMap(({ dim, side, from }) =>
      from === undefined ? [] : [{ dim, side, x: x(from), text: xText(from) }],
    ),
    box,
    numbers.map(({ dim, tail, spot }) => {
      const size = tail ? SIZES.tail : SIZES.other;
      return boxOf({ ...spot, anchor: 'middle' }, textWidth(String(dim), size, tail), size);
    }),
    [
      ...runs.flatMap(runBoxes),
      ...(dotted === undefined ? [] : [{ x: left, y: dotted - 1, width, height: 2 }]),
    ],
  );
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
      {dotted !== undefined && (
        <line
          className={styles['threshold']}
          x1={round(left)}
          x2={round(left + width)}
          y1={round(dotted)}
          y2={round(dotted)}
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
      {numbers.map(({ dim, tail, spot }, i) => (
        <Label
          key={i}
          x={round(spot.x)}
          y={round(spot.y)}
          anchor="middle"
          look={tail ? 'tailText' : 'small'}
          halo={!tail}
        >
          {dim}
        </Label>
      ))}
      {births.map(({ dim, side, x: at, text, label, stacked }) => (
        <g key={dim}>
          <line className={styles['birth']} x1={round(at)} x2={round(at)} y1={top} y2={bottom} />
          <TailMarker
            x={at}
            y={(side === 'min' ? bottom : bottom - 8) - MARK * stacked}
            side={side}
            size={4.5}
          />
          {label && (
            <Label x={round(label.x)} y={round(label.y)} anchor={label.anchor} look="small" halo>
              {text}
            </Label>
          )}
        </g>
      ))}
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
  if (!tail) return runLabel(run, text, SIZES.other, box);
  const after = tail.from === undefined ? run : runFrom(run, x(tail.from));
  return runLabel(after, text, SIZES.tail, box, 'under') ?? runLabel(run, text, SIZES.tail, box);
}
