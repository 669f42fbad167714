import { memo, useMemo, useState, type ReactNode } from 'react';
import { Label, round } from '../marks.tsx';
import { Plot } from '../plot/Plot.tsx';
import { useRamp } from '../plot/use-ramp.ts';
import { perWidth } from '../scale/per-width.ts';
import { rampIndex, type Ramp } from '../scale/ramp.ts';
import styles from './GridMap.module.css';
import { gridCell, gridLayout, type GridLayout } from './grid-layout.ts';

export type GridAt = readonly [row: number, column: number];

export interface GridMapProps {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** [rows, columns] */
  readonly before: ArrayLike<number>;
  /** The same after a cut: the lower half of each cell. */
  readonly after?: ArrayLike<number> | undefined;
  /** Values that get the lightest and the darkest colour. */
  readonly range: readonly [number, number];
  /** Cells framed as the best, before and after. */
  readonly best: GridAt;
  readonly bestAfter?: GridAt | undefined;
  readonly selected: GridAt;
  /** What is chosen in it, and the chosen cell in words. */
  readonly label: string;
  readonly spoken: string;
  readonly axis: string;
  readonly format: (value: number) => string;
  readonly onSelect: (row: number, column: number) => void;
}

/** A value for each row and column, before and after a cut in the same cell. */
export const GridMap = memo(function GridMapView(props: GridMapProps): ReactNode {
  const { rows, columns, before, after, selected, best, bestAfter, onSelect } = props;
  const [pointed, setPointed] = useState<GridAt>();
  const split = after !== undefined;
  const layoutFor = useMemo(
    () => perWidth((width) => gridLayout(rows, columns.length, width, split)),
    [rows, columns.length, split],
  );
  const at = (x: number, y: number, width: number): GridAt | undefined =>
    gridCell(layoutFor(width), rows.length, columns.length, x, y);
  const hold = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value));
  return (
    <Plot
      height={(width) => layoutFor(width).height}
      label={props.label}
      control={{
        kind: 'grid',
        text: props.spoken,
        onStep: (right, down) => {
          onSelect(hold(selected[0] + down, rows.length), hold(selected[1] + right, columns.length));
        },
      }}
      onPoint={(x, y, width) => {
        setPointed(x === undefined ? undefined : at(x, y, width));
      }}
      onPress={(x, y, width) => {
        const cell = at(x, y, width);
        if (cell) onSelect(...cell);
      }}
    >
      {({ width }) => {
        const layout = layoutFor(width);
        return (
          <>
            <Names {...props} layout={layout} />
            <Cells values={before} half={split ? 'upper' : 'whole'} {...props} layout={layout} />
            {after !== undefined && <Cells values={after} half="lower" {...props} layout={layout} />}
            <Frame layout={layout} at={best} look="best" half={split ? 'upper' : 'whole'} />
            {bestAfter !== undefined && split && (
              <Frame layout={layout} at={bestAfter} look="bestAfter" half="lower" />
            )}
            <Frame layout={layout} at={selected} look="selected" half="whole" />
            {pointed !== undefined && (
              <g data-passing="" pointerEvents="none">
                <Frame layout={layout} at={pointed} look="pointed" half="whole" />
              </g>
            )}
          </>
        );
      }}
    </Plot>
  );
});

type Half = 'whole' | 'upper' | 'lower';

function boxOf({ left, top, cell, row }: GridLayout, [down, across]: GridAt, half: Half) {
  const tall = half === 'whole' ? row - 2 : row / 2 - 1;
  const y = top + down * row + (half === 'lower' ? row / 2 - 1 : 0);
  return { x: left + across * cell, y, width: cell - 2, height: tall };
}

const Names = memo(function NamesView(
  props: Pick<GridMapProps, 'rows' | 'columns' | 'axis' | 'selected'> & { readonly layout: GridLayout },
): ReactNode {
  const { rows, columns, axis, selected, layout } = props;
  const { left, top, cell, row } = layout;
  const bottom = top + row * rows.length;
  const every = cell < 26 ? 2 : 1;
  return (
    <>
      {rows.map((name, i) => (
        <Label
          key={i}
          x={left - 9}
          y={round(top + (i + 0.5) * row + 3)}
          anchor="end"
          look={i === selected[0] ? 'strong' : 'text'}
        >
          {name}
        </Label>
      ))}
      {columns.map(
        (name, i) =>
          i % every === 0 && (
            <Label
              key={i}
              x={round(left + (i + 0.5) * cell - 1)}
              y={bottom + 16}
              anchor="middle"
              look={i === selected[1] ? 'strong' : 'text'}
            >
              {name}
            </Label>
          ),
      )}
      <Label x={left + layout.width - 2} y={bottom + 34} anchor="end" look="small">
        {axis}
      </Label>
    </>
  );
});

const Cells = memo(function CellsView(
  props: Pick<GridMapProps, 'rows' | 'columns' | 'range' | 'format'> & {
    readonly values: ArrayLike<number>;
    readonly half: Half;
    readonly layout: GridLayout;
  },
): ReactNode {
  const { rows, columns, values, half, layout, range, format } = props;
  const before = useRamp('before');
  const after = useRamp('after');
  const ramp: Ramp = half === 'lower' ? after : before;
  const [low, high] = range;
  return rows.flatMap((_, i) =>
    columns.map((__, j) => {
      const value = values[i * columns.length + j] ?? NaN;
      const index = rampIndex((value - low) / (high - low || 1));
      const box = boxOf(layout, [i, j], half);
      return (
        <g key={`${i},${j}`}>
          <rect {...box} rx={2} fill={ramp.fill[index] ?? ''} />
          {layout.numbers && (
            <text
              className={styles['number']}
              x={round(box.x + box.width / 2)}
              y={round(box.y + box.height / 2 + 4)}
              fill={ramp.text[index] ?? ''}
            >
              {format(value)}
            </text>
          )}
        </g>
      );
    }),
  );
});

function Frame(props: {
  readonly layout: GridLayout;
  readonly at: GridAt;
  readonly look: 'best' | 'bestAfter' | 'selected' | 'pointed';
  readonly half: Half;
}): ReactNode {
  const { x, y, width, height } = boxOf(props.layout, props.at, props.half);
  const out = props.look === 'selected' || props.look === 'pointed' ? 1.5 : 0;
  return (
    <rect
      className={styles[props.look]}
      x={x - out}
      y={y - out}
      width={width + 2 * out}
      height={height + 2 * out}
      rx={3}
    />
  );
}
