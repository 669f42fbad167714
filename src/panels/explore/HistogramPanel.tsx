import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { HistogramRows, histogramTable } from '../../charts/histogram/HistogramRows.tsx';
import { histogramEnvelope } from '../../charts/histogram/histogram-envelope.ts';
import { count } from '../../charts/scale/format.ts';
import type { Tail } from '../../measures/detect-tails.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import { maximaByLayer, minimaByLayer, selectCutSet, vectorsOf } from '../../store/derive/drawn.ts';
import { selectTokenVector } from '../../store/derive/token.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { useShown } from './use-shown.ts';

const words = strings.explore;
/** Rows beyond this are reached by choosing the dimension. */
const MOST_ROWS = 5;

/** How the values of each tail, and of the chosen dimension, are spread over tokens. */
export function HistogramPanel(): ReactNode {
  const shown = useShown();
  const cut = useApp(selectCutSet);
  const token = useApp(selectTokenVector);
  const drawing = useDrawing(shown?.exploration, shown?.tails, shown?.layer ?? 0, shown?.dimension ?? 0);
  if (!shown || !drawing) return null;
  const { exploration, layer, dimension, tails } = shown;
  const { rows, bins, envelope } = drawing;
  const row = rows.find(({ dim }) => dim === dimension);
  const apart = tails.some((tail) => tail.dim === dimension && tail.layers.includes(layer));
  const where = words.inLayer(layer);
  return (
    <ChartFrame
      title={
        apart ? words.histogram.title(dimension, where) : words.histogram.titleTogether(dimension, where)
      }
      sentence={words.histogram.sentence(exploration.dims)}
      sample={shown.sample}
      summary={words.histogram.summary(
        dimension,
        where,
        count(row?.minima ?? 0),
        count(row?.maxima ?? 0),
        count(vectorsOf(exploration)),
      )}
      name={`values-layer-${layer}`}
      rows={() => histogramTable(rows, bins, envelope)}
      stale={shown.stale}
    >
      <HistogramRows
        rows={rows}
        bins={bins}
        envelope={envelope}
        cut={cut}
        selected={dimension}
        token={token}
        onSelect={shown.onSelect}
      />
    </ChartFrame>
  );
}

function useDrawing(
  exploration: Exploration | undefined,
  tails: readonly Tail[] | undefined,
  layer: number,
  dimension: number,
) {
  const named = useMemo(() => new Set(tails?.map((tail) => tail.dim)), [tails]);
  const layerCounts = useMemo(() => {
    if (!exploration) return undefined;
    const { histogram, dims } = exploration;
    const size = dims * histogram.bins;
    return histogram.counts.subarray(layer * size, (layer + 1) * size);
  }, [exploration, layer]);
  const envelope = useMemo(
    () => exploration && layerCounts && histogramEnvelope(layerCounts, exploration.histogram.bins, named),
    [exploration, layerCounts, named],
  );
  return useMemo(() => {
    if (!exploration || !tails || !layerCounts || !envelope) return undefined;
    const { histogram } = exploration;
    const width = histogram.width[layer] ?? 1;
    const minima = minimaByLayer(exploration)[layer];
    const maxima = maximaByLayer(exploration)[layer];
    const of = vectorsOf(exploration);
    const dims = [...new Set([...tails.slice(0, MOST_ROWS).map((tail) => tail.dim), dimension])];
    const rows = dims.map((dim) => ({
      dim,
      counts: layerCounts.subarray(dim * histogram.bins, (dim + 1) * histogram.bins),
      tail: tails.find((tail) => tail.dim === dim)?.side,
      minima: minima?.[dim] ?? 0,
      maxima: maxima?.[dim] ?? 0,
      of,
    }));
    return { rows, envelope, bins: { start: (-histogram.bins / 2) * width, width, count: histogram.bins } };
  }, [exploration, tails, layerCounts, envelope, layer, dimension]);
}
