export { ChartFrame, type ChartFrameProps } from './frame/ChartFrame.tsx';
export { SpikePlot, type SpikePlotProps } from './spike/SpikePlot.tsx';
export { spikeTable } from './spike/spike-table.ts';
export {
  SpikeMultiples,
  multiplesTable,
  type SpikeLayer,
  type SpikeMultiplesProps,
} from './spike/SpikeMultiples.tsx';
export {
  HistogramRows,
  histogramTable,
  type HistogramRow,
  type HistogramRowsProps,
} from './histogram/HistogramRows.tsx';
export { histogramEnvelope, type HistogramEnvelope } from './histogram/histogram-envelope.ts';
export type { Bins } from './histogram/histogram-layout.ts';
export { ShareBars, sharesTable, type ShareBarsProps } from './shares/ShareBars.tsx';
export type { ShareRow } from './shares/share-parts.ts';
export { LayerHeatMap, heatTable, type LayerHeatMapProps } from './heat/LayerHeatMap.tsx';
export {
  SimilarityMatrix,
  similarityTable,
  type SimilarityMatrixProps,
} from './similarity/SimilarityMatrix.tsx';
export { LayerLines, layerLinesTable, type LayerLinesProps, type NamedLine } from './lines/LayerLines.tsx';
export {
  ContributionBars,
  contributionTable,
  type ContributionBarsProps,
  type ContributionItem,
} from './contribution/ContributionBars.tsx';
export type { Table } from './table.ts';
export type { Tail, TailSide } from './tail.ts';
export { count, decimal, percent, signed, unit } from './scale/format.ts';
