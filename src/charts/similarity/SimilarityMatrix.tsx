import { memo, useMemo, useState, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { perWidth } from '../scale/per-width.ts';
import { Label, Readout, round } from '../marks.tsx';
import { Plot } from '../plot/Plot.tsx';
import { differenceText, unit } from '../scale/format.ts';
import type { Table } from '../table.ts';
import { CanvasCells } from './CanvasCells.tsx';
import { MatrixLegend } from './MatrixLegend.tsx';
import { NumberedCells } from './NumberedCells.tsx';
import { cellAt, matrixLayout, type MatrixLayout } from './matrix-layout.ts';
import styles from './SimilarityMatrix.module.css';

export interface SimilarityMatrixProps {
  /** At most 80. */
  readonly labels: readonly string[];
  /** Cosines, symmetric, [n, n]. */
  readonly before: ArrayLike<number>;
  /** undefined where nothing is cut, or the answer is awaited: the lower left then repeats `before`. */
  readonly after?: ArrayLike<number> | undefined;
  /** What the upper right and the lower left are of; before and after a cut when left out. */
  readonly sides?: readonly [string, string];
  /** Something is cut, and `after` is yet to come. */
  readonly awaited?: boolean;
  /** Lit from elsewhere: the item under the pointer. */
  readonly hovered?: number | undefined;
  readonly onHover?: (item: number | undefined) => void;
  readonly onSelect?: (row: number, column: number) => void;
}

/** Cosines of items: before the cut in the upper right, after it in the lower left. */
export const SimilarityMatrix = memo(function SimilarityMatrixView(props: SimilarityMatrixProps): ReactNode {
  const { labels, before, after, sides, onHover, onSelect } = props;
  const [pointed, setPointed] = useState<readonly [number, number]>();
  const [at, setAt] = useState<readonly [number, number]>([0, 1]);
  const words = strings.charts.similarity;
  const n = labels.length;
  const layoutFor = useMemo(() => perWidth((width) => matrixLayout(labels, width)), [labels]);
  const texts = (row: number, column: number): readonly [string, string, string, string] => [
    labels[row] ?? '',
    labels[column] ?? '',
    unit(before[row * n + column] ?? NaN),
    unit((after ?? before)[row * n + column] ?? NaN),
  ];
  const changeAt = (row: number, column: number): string | undefined => {
    const cell = row * n + column;
    return after && differenceText((after[cell] ?? NaN) - (before[cell] ?? NaN));
  };
  return (
    <Plot
      height={(width) => layoutFor(width).height}
      label={words.control}
      control={{
        kind: 'grid',
        text: sides ? words.ofSides.spoken(...texts(...at), ...sides) : words.spoken(...texts(...at)),
        onStep: (right, down) => {
          const next = step(at, right, down, n);
          setAt(next);
          setPointed(next);
          onHover?.(next[0]);
        },
      }}
      onPoint={(x, y, width) => {
        const cell = x === undefined ? undefined : cellAt(layoutFor(width), n, x, y);
        if (cell?.[0] === pointed?.[0] && cell?.[1] === pointed?.[1]) return;
        setPointed(cell);
        onHover?.(cell?.[0]);
      }}
      onPress={(x, y, width) => {
        const cell = cellAt(layoutFor(width), n, x, y);
        if (cell === undefined) return;
        setAt(cell);
        onSelect?.(...cell);
      }}
      under={({ width }) =>
        layoutFor(width).numbers ? null : (
          <CanvasCells n={n} before={before} after={after} width={width} layout={layoutFor(width)} />
        )
      }
    >
      {({ width }) => {
        const layout = layoutFor(width);
        const row = pointed?.[0] ?? props.hovered;
        const column = pointed?.[1];
        return (
          <>
            {layout.numbers && <NumberedCells n={n} before={before} after={after} layout={layout} />}
            <Names layout={layout} row={row} column={column} />
            <MatrixLegend
              layout={layout}
              cut={after !== undefined}
              awaited={props.awaited === true}
              sides={sides}
            />
            {row !== undefined && <Lit layout={layout} n={n} row={row} column={column} />}
            {pointed !== undefined && (
              <Readout
                // over the legend: beside the pointer it would cover neighbouring values
                x={layout.left - 14}
                y={layout.top + layout.size + 56}
                width={width}
                lines={readout(texts(...pointed), changeAt(...pointed))}
              />
            )}
          </>
        );
      }}
    </Plot>
  );
});

function readout(
  texts: readonly [string, string, string, string],
  change: string | undefined,
): readonly [string, string] {
  const words = strings.charts.similarity;
  return change !== undefined
    ? words.readout(...texts, change)
    : words.readoutNoCut(texts[0], texts[1], texts[2]);
}

/** The next pair in a direction; the diagonal is stepped over. */
function step(
  at: readonly [number, number],
  right: number,
  down: number,
  n: number,
): readonly [number, number] {
  const hold = (value: number): number => Math.max(0, Math.min(n - 1, value));
  const row = hold(at[0] + down);
  const column = hold(at[1] + right);
  if (row !== column) return [row, column];
  const past = hold(column + (Math.sign(right) || 0));
  const below = hold(row + (Math.sign(down) || 0));
  return past !== row ? [row, past] : below !== column ? [below, column] : at;
}

const Names = memo(function NamesView(props: {
  readonly layout: MatrixLayout;
  readonly row: number | undefined;
  readonly column: number | undefined;
}): ReactNode {
  const { layout, row, column } = props;
  return layout.labels?.map((label, i) => {
    const middle = (i + 0.5) * layout.cell;
    const look = i === row || i === column ? 'strong' : 'text';
    return (
      <g key={i}>
        <Label x={layout.left - 8} y={round(layout.top + middle + 3)} anchor="end" look={look}>
          {label}
        </Label>
        <g transform={`translate(${round(layout.left + middle)},${layout.top - 7}) rotate(-45)`}>
          <Label x={0} y={4} look={look}>
            {label}
          </Label>
        </g>
      </g>
    );
  });
});

function Lit(props: {
  readonly layout: MatrixLayout;
  readonly n: number;
  readonly row: number;
  readonly column: number | undefined;
}): ReactNode {
  const { layout, n, row, column } = props;
  const { left, top, cell: side } = layout;
  return (
    <g data-passing="" pointerEvents="none">
      <rect className={styles['lit']} x={left - 1} y={top + row * side - 1} width={n * side} height={side} />
      {column !== undefined && (
        <rect
          className={styles['lit']}
          x={left + column * side - 1}
          y={top - 1}
          width={side}
          height={n * side}
        />
      )}
    </g>
  );
}

/** Each pair once. */
export function similarityTable(
  labels: readonly string[],
  before: ArrayLike<number>,
  after: ArrayLike<number> | undefined,
  sides?: readonly [string, string],
): Table {
  const n = labels.length;
  const rows: (string | number)[][] = [];
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const k = i * n + j;
      rows.push([labels[i] ?? '', labels[j] ?? '', before[k] ?? NaN, (after ?? before)[k] ?? NaN]);
    }
  }
  const { columns, ofSides } = strings.charts.similarity;
  return { columns: sides ? [...ofSides.columns, ...sides] : columns, rows };
}
