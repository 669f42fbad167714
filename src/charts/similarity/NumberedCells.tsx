import { memo, type ReactNode } from 'react';
import { useRamp } from '../plot/use-ramp.ts';
import { unit } from '../scale/format.ts';
import type { Ramp } from '../scale/ramp.ts';
import { cosineIndex } from './cosine-index.ts';
import type { MatrixLayout } from './matrix-layout.ts';
import styles from './SimilarityMatrix.module.css';

export interface CellsProps {
  readonly n: number;
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number> | undefined;
  readonly layout: MatrixLayout;
}

/** Cells large enough for their numbers: few enough to be elements. */
export const NumberedCells = memo(function NumberedCellsView({
  n,
  before,
  after,
  layout,
}: CellsProps): ReactNode {
  const upper = useRamp('cosineBefore');
  const lower = useRamp('cosineAfter');
  return (
    <>
      <Half n={n} values={before} above layout={layout} ramp={upper} />
      <Half
        n={n}
        values={after ?? before}
        above={false}
        layout={layout}
        ramp={after === undefined ? upper : lower}
      />
    </>
  );
});

interface HalfProps {
  readonly n: number;
  readonly values: ArrayLike<number>;
  readonly above: boolean;
  readonly layout: MatrixLayout;
  readonly ramp: Ramp;
}

const Half = memo(function HalfView({ n, values, above, layout, ramp }: HalfProps): ReactNode {
  const cells: ReactNode[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = above ? i + 1 : 0; j < (above ? n : i); j++) {
      const value = values[i * n + j] ?? NaN;
      const index = cosineIndex(value);
      cells.push(
        <Cell
          key={i * n + j}
          x={layout.left + j * layout.cell}
          y={layout.top + i * layout.cell}
          side={layout.cell - 2}
          fill={ramp.fill[index] ?? ''}
          ink={ramp.text[index] ?? ''}
          text={unit(value)}
        />,
      );
    }
  }
  return cells;
});

interface CellProps {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly fill: string;
  readonly ink: string;
  readonly text: string;
}

const Cell = memo(function CellView({ x, y, side, fill, ink, text }: CellProps): ReactNode {
  return (
    <>
      <rect x={x} y={y} width={side} height={side} rx={3} fill={fill} />
      <text className={styles['number']} x={x + side / 2} y={y + side / 2 + 3.5} fill={ink}>
        {text}
      </text>
    </>
  );
});
