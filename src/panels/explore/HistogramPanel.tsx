import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { HistogramRows, histogramTable } from '../../charts/histogram/HistogramRows.tsx';
import { FEW } from '../../charts/histogram/histogram-layout.ts';
import { count } from '../../charts/scale/format.ts';
import type { Tail } from '../../measures/detect-tails.ts';
import { histogramEnvelope, histogramOf } from '../../measures/histogram-envelope.ts';
import type { LayerHistograms } from '../../measures/layer-histograms.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import {
  maximaByLayer,
  minimaByLayer,
  selectCutHere,
  selectExtremesLeft,
  selectInsideExploration,
  vectorsOf,
  zByLayer,
} from '../../store/derive/drawn.ts';
import { selectTokenVector } from '../../store/derive/token.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { histogramTitle } from './tail-titles.ts';
import { useShown } from './use-shown.ts';

const words = strings.explore;
/** Rows beyond this are reached by choosing the dimension. */
const MOST_ROWS = 16;

/** How the values of each tail, and of the chosen dimension, are spread over tokens. */
export function HistogramPanel(): ReactNode {
  const shown = useShown();
  const cut = useApp(selectCutHere);
  const inside = useApp(selectInsideExploration);
  const token = useApp(selectTokenVector);
  const hovered = useApp((state) => state.hoveredDimension);
  const minima = useApp((state) => selectExtremesLeft(state, 'min'));
  const maxima = useApp((state) => selectExtremesLeft(state, 'max'));
  const drawing = useDrawing(
    shown?.exploration,
    inside,
    shown?.tails,
    shown?.layer ?? 0,
    shown?.dimension ?? 0,
  );
  if (!shown || !drawing) return null;
  const { exploration, layer, dimension, tails } = shown;
  const { rows, bins, envelope } = drawing;
  const left = { minima: minima?.[layer]?.counts, maxima: maxima?.[layer]?.counts };
  const hidden = tails.filter(({ dim }) => !rows.some((drawn) => drawn.dim === dim)).length;
  const sentence = [
    ...(vectorsOf(exploration) < FEW
      ? [strings.titles.histogram.fewSentence]
      : [words.histogram.sentence(exploration.dims - rows.length)]),
    ...(inside ? [words.histogram.sentenceInside] : []),
    ...(hidden > 0 ? [words.histogram.more(hidden)] : []),
  ].join(' ');
  const row = rows.find(({ dim }) => dim === dimension);
  const where = words.inLayer(layer);
  return (
    <ChartFrame
      title={histogramTitle(
        shown.findings,
        dimension,
        layer,
        zByLayer(exploration)[layer * exploration.dims + dimension] ?? 0,
      )}
      sentence={sentence}
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
      rows={() => histogramTable(rows, bins, envelope)}
      savedWith={shown.cutNote}
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
        token={token}
        onSelect={shown.onSelect}
      />
    </ChartFrame>
  );
}

function useDrawing(
  exploration: Exploration | undefined,
  inside: Exploration | undefined,
  tails: readonly Tail[] | undefined,
  layer: number,
  dimension: number,
) {
  const whole = useMemo(() => {
    if (!exploration || !tails) return undefined;
    const { histogram } = exploration;
    const minima = minimaByLayer(exploration)[layer];
    const maxima = maximaByLayer(exploration)[layer];
    const of = vectorsOf(exploration);
    const dims = [...new Set([...tails.slice(0, MOST_ROWS).map((tail) => tail.dim), dimension])];
    const { low, median, high } = histogramEnvelope(histogram, layer, dims);
    const share = (counts: Float64Array): Float64Array => counts.map((value) => value / Math.max(1, of));
    return {
      rows: dims.map((dim) => ({
        dim,
        counts: histogramOf(histogram, layer, dim),
        tail: tails.find((tail) => tail.dim === dim)?.side,
        minima: minima?.[dim] ?? 0,
        maxima: maxima?.[dim] ?? 0,
        of,
      })),
      envelope: { low: share(low), median: share(median), high: share(high) },
      bins: binsOf(histogram, layer),
    };
  }, [exploration, tails, layer, dimension]);
  return useMemo(() => {
    if (!whole || !inside) return whole;
    const bins = binsOf(inside.histogram, layer);
    return {
      ...whole,
      rows: whole.rows.map((row) => ({
        ...row,
        after: { counts: histogramOf(inside.histogram, layer, row.dim), bins },
      })),
    };
  }, [whole, inside, layer]);
}

function binsOf({ bins, width: widths }: LayerHistograms, layer: number) {
  const width = widths[layer] ?? 1;
  return { start: (-bins / 2) * width, width, count: bins };
}
