import { memo, type ReactNode } from 'react';
import { Label, round } from '../marks.tsx';
import marks from '../marks.module.css';
import { Plot } from '../plot/Plot.tsx';
import { tickText } from '../scale/format.ts';
import type { DotRow } from './dot-row.ts';
import styles from './RangeDots.module.css';
import { rangeDotsLayout, SAID_LINE, type RangeDotsLayout } from './range-dots-layout.ts';

export interface RangeDotsProps {
  readonly rows: readonly DotRow[];
  /** What the values are: "loss". */
  readonly axis: string;
}

/** A value a row on one scale, over the range of what it is compared with; a line marks the first row's value in all. */
export const RangeDots = memo(function RangeDotsView({ rows, axis }: RangeDotsProps): ReactNode {
  return (
    <Plot height={(width) => rangeDotsLayout(rows, width).height}>
      {({ width }) => <Drawing rows={rows} axis={axis} layout={rangeDotsLayout(rows, width)} />}
    </Plot>
  );
});

function Drawing(props: RangeDotsProps & { readonly layout: RangeDotsLayout }): ReactNode {
  const { rows, axis, layout } = props;
  const { x, left, right, bottom, ticks, step } = layout;
  const [first] = rows;
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className={marks['grid']}
            x1={round(x(tick))}
            x2={round(x(tick))}
            y1={layout.top}
            y2={bottom}
          />
          <Label x={round(x(tick))} y={bottom + 16} anchor="middle">
            {tickText(tick, step)}
          </Label>
        </g>
      ))}
      <Label x={right} y={bottom + 32} anchor="end" look="small">
        {axis}
      </Label>
      {first && (
        <line
          className={styles['first']}
          x1={round(x(first.value))}
          x2={round(x(first.value))}
          y1={layout.y(0)}
          y2={bottom}
        />
      )}
      {rows.map((row, i) => (
        <Row key={row.name} row={row} y={layout.y(i)} left={left} layout={layout} />
      ))}
    </>
  );
}

function Row(props: {
  readonly row: DotRow;
  /** Of the row's dot. */
  readonly y: number;
  readonly left: number;
  readonly layout: RangeDotsLayout;
}): ReactNode {
  const { row, y, left, layout } = props;
  const { x, right, stacked } = layout;
  const said = layout.said(row);
  const { range } = row;
  const text = y - 16;
  return (
    <>
      <line className={marks['grid']} x1={left} x2={right} y1={y} y2={y} />
      <Label
        x={left}
        y={stacked ? text - said.length * SAID_LINE : text}
        look={row.look === 'before' ? 'strong' : 'afterText'}
        halo
      >
        {row.name}
      </Label>
      {said.map((words, i) => (
        <Label
          key={words}
          x={stacked ? left : right}
          y={text - (said.length - 1 - i) * SAID_LINE}
          anchor={stacked ? 'start' : 'end'}
          halo
        >
          {words}
        </Label>
      ))}
      {range && (
        <>
          <rect
            className={styles['range']}
            x={round(x(range.low))}
            y={y - 6}
            width={round(Math.max(2, x(range.high) - x(range.low)))}
            height={12}
            rx={3}
          />
          <line
            className={styles['mean']}
            x1={round(x(range.mean))}
            x2={round(x(range.mean))}
            y1={y - 8}
            y2={y + 8}
          />
        </>
      )}
      <circle
        className={row.look === 'before' ? styles['beforeDot'] : marks['afterDot']}
        cx={round(x(row.value))}
        cy={y}
        r={5.5}
      />
    </>
  );
}
