import type { ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import type { Terms } from '../../ui/term/Term.tsx';
import styles from './panels.module.css';

export interface EmptyChartProps {
  readonly title: string;
  readonly sentence: string;
  readonly sample: string;
  readonly name: string;
  readonly heading?: 2 | 3 | 4;
  readonly terms: Terms;
  /** What is lacking, and what to do. */
  readonly instead: string;
}

/** The frame of a chart that has nothing to draw yet, and why. */
export function EmptyChart({ instead, ...frame }: EmptyChartProps): ReactNode {
  return (
    <ChartFrame {...frame} summary={instead} rows={() => ({ columns: [], rows: [] })}>
      <p className={styles['instead']}>{instead}</p>
    </ChartFrame>
  );
}
