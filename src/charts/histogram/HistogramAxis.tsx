import { memo, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Label, round } from '../marks.tsx';
import marks from '../marks.module.css';
import { tickText } from '../scale/format.ts';
import { textWidth } from '../scale/text-width.ts';
import styles from './HistogramRows.module.css';
import type { HistogramLayout } from './histogram-layout.ts';

/** Values below the rows. */
export const HistogramAxis = memo(function HistogramAxisView(props: {
  readonly layout: HistogramLayout;
  readonly y: number;
  readonly text: string;
  /** Whether the band is named here, for want of room beside it. */
  readonly legend: boolean;
}): ReactNode {
  const { layout, y, text, legend } = props;
  const others = strings.charts.histogram.others;
  const below = textWidth(others, 11) + textWidth(text, 11) + 40 > layout.right ? 15 : 0;
  const step = Math.abs((layout.ticks[1] ?? 1) - (layout.ticks[0] ?? 0));
  return (
    <>
      {layout.ticks.map((tick) => {
        const x = round(layout.x(tick));
        const anchor = x < 14 ? 'start' : x > layout.right - 14 ? 'end' : 'middle';
        return (
          <Label key={tick} x={x} y={y + 11} anchor={anchor}>
            {tickText(tick, step)}
          </Label>
        );
      })}
      <Label x={layout.right} y={y + 27} anchor="end" look="small">
        {text}
      </Label>
      {legend && (
        <>
          <rect className={styles['band']} x={layout.left} y={y + 18 + below} width={14} height={10} />
          <line
            className={marks['trace']}
            x1={layout.left}
            x2={layout.left + 14}
            y1={y + 23 + below}
            y2={y + 23 + below}
          />
          <Label x={layout.left + 20} y={y + 27 + below} look="small">
            {others}
          </Label>
        </>
      )}
    </>
  );
});
