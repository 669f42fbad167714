import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { HistogramRows } from '../../charts/histogram/HistogramRows.tsx';
import { histogramTable } from '../../charts/histogram/histogram-table.ts';
import { FEW } from '../../charts/histogram/histogram-layout.ts';
import { count } from '../../charts/scale/format.ts';
import type { Tail } from '../../measures/detect-tails.ts';
import { histogramOf } from '../../measures/histogram-envelope.ts';
import type { LayerHistograms } from '../../measures/layer-histograms.ts';
import { selectCutHere, selectExtremesLeft, vectorsOf } from '../../store/derive/drawn.ts';
import {
  maximaOf,
  minimaOf,
  selectDrawnTreated,
  zOf,
  type DrawnSide,
} from '../../store/derive/drawn-side.ts';
import { selectTokenVector } from '../../store/derive/token.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { binsOf, histogramGround } from './histogram-ground.ts';
import { histogramTitle, treatedDimTitle } from './tail-titles.ts';
import { useDrawnBefore } from './use-drawn-before.ts';
import { useShown } from './use-shown.ts';

const words = strings.explore;
/** Rows beyond this are reached by choosing the dimension. */
const MOST_ROWS = 16;

/** How the values of each tail, and of the chosen dimension, are spread over tokens. */
export function HistogramPanel(): ReactNode {
  const shown = useShown();
  const cut = useApp(selectCutHere);
  const before = useDrawnBefore();
  const treated = useApp(selectDrawnTreated);
  const token = useApp(selectTokenVector);
  const hovered = useApp((state) => state.hoveredDimension);
  const minima = useApp((state) => selectExtremesLeft(state, 'min'));
  const maxima = useApp((state) => selectExtremesLeft(state, 'max'));
  const drawing = useDrawing(before?.side, treated, shown?.tails, shown?.layer ?? 0, shown?.dimension ?? 0);
  if (!shown || !before || !drawing) return null;
  const { exploration, layer, dimension, tails } = shown;
  const { rows, bins, envelope, outlined } = drawing;
  const left = { minima: minima?.[layer]?.counts, maxima: maxima?.[layer]?.counts };
  const hidden = tails.filter(({ dim }) => !rows.some((drawn) => drawn.dim === dim)).length;
  const sentence = [
    ...(vectorsOf(exploration) < FEW
      ? [strings.titles.histogram.fewSentence]
      : [words.histogram.sentence(drawing.others)]),
    ...(outlined ? [words.histogram.sentenceInside] : []),
    ...(hidden > 0 ? [words.histogram.more(hidden)] : []),
  ].join(' ');
  const row = rows.find(({ dim }) => dim === dimension);
  const where = words.inLayer(layer);
  const z = zOf(before.side)[layer * exploration.dims + dimension] ?? 0;
  return (
    <ChartFrame
      title={before.titled(
        before.whole
          ? histogramTitle(shown.findings, dimension, layer, z)
          : treatedDimTitle(dimension, layer, before.side.cut.has(dimension) ? undefined : z),
      )}
      sentence={before.said(sentence)}
      sample={shown.sample}
      summary={words.histogram.summary(
        dimension,
        where,
        count(row?.minima ?? 0),
        count(row?.maxima ?? 0),
        count(vectorsOf(exploration)),
      )}
      name={`values-layer-${layer}`}
      terms={['histogram', 'token', 'dimension', 'seed']}
      rows={() => histogramTable(rows, bins, envelope, treated && cut)}
      savedWith={before.note}
      stale={shown.stale}
    >
      <HistogramRows
        rows={rows}
        bins={bins}
        envelope={envelope}
        cut={cut}
        left={left.minima && left.maxima ? { minima: left.minima, maxima: left.maxima } : undefined}
        selected={dimension}
        hovered={hovered}
        token={before.whole ? token : undefined}
        onSelect={shown.onSelect}
      />
    </ChartFrame>
  );
}

function useDrawing(
  before: DrawnSide | undefined,
  after: DrawnSide | undefined,
  tails: readonly Tail[] | undefined,
  layer: number,
  dimension: number,
) {
  const whole = useMemo(() => {
    if (!before || !tails) return undefined;
    const { exploration, cut } = before;
    const { histogram } = exploration;
    const minima = minimaOf(before)[layer]?.counts;
    const maxima = maximaOf(before)[layer]?.counts;
    const of = vectorsOf(exploration);
    const dims = [...new Set([...tails.slice(0, MOST_ROWS).map((tail) => tail.dim), dimension])];
    const apart = new Set([...dims, ...cut]);
    return {
      rows: dims.map((dim) => ({
        dim,
        counts: cut.has(dim) ? allAtZero(histogram, of) : histogramOf(histogram, layer, dim),
        tail: tails.find((tail) => tail.dim === dim)?.side,
        minima: minima?.[dim] ?? 0,
        maxima: maxima?.[dim] ?? 0,
        of,
      })),
      others: exploration.dims - apart.size,
      outlined: false,
      ...histogramGround(histogram, layer, apart, of),
    };
  }, [before, tails, layer, dimension]);
  return useMemo(() => {
    if (!whole || !before || !after) return whole;
    const { histogram } = after.exploration;
    const anew = after.exploration !== before.exploration;
    // what the treatment leaves as it was needs no outline, and what it cuts has marks of its own
    const moved = (dim: number): boolean => !after.cut.has(dim) && (anew || before.cut.has(dim));
    if (!whole.rows.some(({ dim }) => moved(dim))) return whole;
    const bins = binsOf(histogram, layer);
    const outline = (dim: number) => ({ counts: histogramOf(histogram, layer, dim), bins });
    return {
      ...whole,
      outlined: true,
      rows: whole.rows.map((row) => (moved(row.dim) ? { ...row, after: outline(row.dim) } : row)),
    };
  }, [whole, before, after, layer]);
}

/** The counts of a dimension that is zero in every vector: zero is the first value of the upper half's first bin. */
function allAtZero({ bins }: LayerHistograms, of: number): Uint32Array {
  const counts = new Uint32Array(bins);
  counts[bins / 2] = of;
  return counts;
}
