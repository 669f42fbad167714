import { area, curveMonotoneX, line, range } from 'd3';
import { memo, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Label, round } from '../marks.tsx';
import marks from '../marks.module.css';
import { textWidth } from '../scale/text-width.ts';
import styles from './HistogramRows.module.css';
import { totalOf, type Bins, type HistogramEnvelope, type HistogramLayout } from './histogram-layout.ts';

interface BandProps {
  readonly envelope: HistogramEnvelope;
  readonly bins: Bins;
  readonly layout: HistogramLayout;
  readonly named: boolean;
}

/** Where the other dimensions' values lie: their median, and the band of most of them. */
export const HistogramBand = memo(function HistogramBandView({
  envelope,
  bins,
  layout,
  named,
}: BandProps): ReactNode {
  const shown = range(layout.from, layout.to + 1);
  const x = (b: number): number => round(layout.x(bins.start + (b + 0.5) * bins.width));
  const y = (share: number | undefined): number => round(-layout.tall(share ?? 0));
  const band = area<number>(
    x,
    (b) => y(envelope.low[b]),
    (b) => y(envelope.high[b]),
  ).curve(curveMonotoneX)(shown);
  const middle = line<number>(x, (b) => y(envelope.median[b])).curve(curveMonotoneX)(shown);
  return (
    <>
      <path className={styles['band']} d={band ?? ''} />
      <path className={marks['trace']} d={middle ?? ''} />
      {named && (
        <Label x={othersX(envelope, bins, layout)} y={round(-layout.bars * 0.7)} look="small" halo>
          {strings.charts.histogram.others}
        </Label>
      )}
    </>
  );
});

/** Beside the peak of the band, on its right. */
function othersX(envelope: HistogramEnvelope, bins: Bins, layout: HistogramLayout): number {
  let peak = layout.from;
  let edge = layout.from;
  const high = envelope.high;
  for (let b = layout.from; b <= layout.to; b++) {
    if ((high[b] ?? 0) > (high[peak] ?? 0)) peak = b;
  }
  // where the band has fallen below the text
  for (let b = peak; b <= layout.to; b++) if (layout.tall(high[b] ?? 0) > 0.6 * layout.bars) edge = b;
  return round(layout.x(bins.start + (edge + 1) * bins.width) + 12);
}

/** Whether the band can be named beside its peak: within the drawing, and over no bars of these. */
export function namedInPlace(
  counts: ArrayLike<number> | undefined,
  envelope: HistogramEnvelope,
  bins: Bins,
  layout: HistogramLayout,
): boolean {
  const from = othersX(envelope, bins, layout);
  if (counts === undefined || from + textWidth(strings.charts.histogram.others, 11) > layout.right)
    return false;
  const total = totalOf(counts);
  for (let b = layout.from; b <= layout.to; b++) {
    const over = layout.x(bins.start + (b + 1) * bins.width) > from - 4;
    if (over && layout.tall((counts[b] ?? 0) / total) > 0.5 * layout.bars) return false;
  }
  return true;
}
