import { range } from 'd3';
import { strings } from '../../strings/index.ts';
import type { Table } from '../table.ts';
import type { HistogramRow } from './HistogramRows.tsx';
import { totalOf, type Bins, type HistogramEnvelope, type Spread } from './histogram-layout.ts';

/**
 * Each bin's share by row, beside the others' median and envelope.
 * @param cut the dimensions that are zero after it; undefined where nothing is compared. Then each bin has its share after it, too:
 * where the values lie in bins of another width, in lines of their own.
 */
export function histogramTable(
  rows: readonly HistogramRow[],
  bins: Bins,
  envelope: HistogramEnvelope,
  cut?: ReadonlySet<number>,
): Table {
  const { columns, afterColumn } = strings.charts.histogram;
  return {
    columns: cut ? [...columns, afterColumn] : columns,
    rows: rows.flatMap((row) => {
      const after = cut && spreadAfter(row, bins, cut);
      const alike = after?.bins.width === bins.width;
      const total = totalOf(row.counts);
      const held = (b: number) =>
        (row.counts[b] ?? 0) > 0 || (envelope.high[b] ?? 0) > 0 || (alike && (after.counts[b] ?? 0) > 0);
      const before = range(bins.count)
        .filter(held)
        .map((b) => [
          ...edges(row.dim, bins, b),
          (row.counts[b] ?? 0) / total,
          envelope.median[b] ?? 0,
          envelope.low[b] ?? 0,
          envelope.high[b] ?? 0,
          ...(after ? [alike ? shareOf(after, b) : NaN] : []),
        ]);
      if (!after || alike) return before;
      const own = range(after.bins.count)
        .filter((b) => (after.counts[b] ?? 0) > 0)
        .map((b) => [...edges(row.dim, after.bins, b), NaN, NaN, NaN, NaN, shareOf(after, b)]);
      return [...before, ...own];
    }),
  };
}

/** Where a row's values lie afterwards: elsewhere, all at 0, or where they were. */
function spreadAfter({ dim, counts, after, of }: HistogramRow, bins: Bins, cut: ReadonlySet<number>): Spread {
  if (after) return after;
  if (!cut.has(dim)) return { counts, bins };
  const atZero = new Uint32Array(bins.count);
  // zero is the first value of its bin
  atZero[Math.round(-bins.start / bins.width)] = of;
  return { counts: atZero, bins };
}

function edges(dim: number, { start, width }: Bins, b: number): readonly [number, number, number] {
  return [dim, start + b * width, start + (b + 1) * width];
}

function shareOf({ counts }: Spread, b: number): number {
  return (counts[b] ?? 0) / totalOf(counts);
}
