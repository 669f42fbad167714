import { many } from './plural.ts';

/** Words of the charts themselves; what a chart found is said by the panel that shows it. */
export const charts = {
  save: 'Save chart',
  png: 'PNG',
  svg: 'SVG',
  csv: 'CSV',
  table: 'table',
  notSaved: 'This browser could not draw the picture. Save it as SVG instead.',
  hideTable: 'chart',
  savePng: (title: string): string => `Save as a picture (PNG): ${title}`,
  saveSvg: (title: string): string => `Save as a drawing (SVG): ${title}`,
  saveCsv: (title: string): string => `Save the numbers (CSV): ${title}`,
  showTable: (title: string): string => `Show as a table: ${title}`,
  showChart: (title: string): string => `Show as a chart: ${title}`,
  tableCaption: (title: string, rows: number): string => `${title}: ${many(rows, 'row', 'rows')}`,
  nothingYet: 'Nothing to draw yet.',
  tableMore: (shown: number, of: number): string => `First ${shown} of ${of} rows; the CSV has them all.`,

  dimension: 'dimension',
  layer: 'layer',
  others: (n: number): string => `${n} ${n === 1 ? 'other' : 'others'}`,
  tailSide: { min: 'minimum', max: 'maximum' },

  spike: {
    axis: 'dimension',
    control: 'Dimension',
    tailLines: (mean: string, sd: string, below: boolean): readonly [string, string] => [
      `mean ${mean}`,
      `${sd} sd ${below ? 'below' : 'above'} the rest`,
    ],
    readout: (dim: number, mean: string, sd: string): readonly [string, string] => [
      `dimension ${dim}`,
      `mean ${mean} · z ${sd}`,
    ],
    spoken: (dim: number, mean: string, sd: string, tail: string, cut: boolean): string =>
      `dimension ${dim}, mean ${mean}, ${sd} standard deviations from the rest${tail}${cut ? ', cut to 0' : ''}`,
    spokenTail: (side: string): string => `, a tail (${side})`,
    afterCut: (dim: number): string => `${dim} cut to 0`,
    overlay: (value: string): string => `this token ${value}`,
    columns: ['dimension', 'mean', 'z', 'mean after', 'tail'] as const,
  },
  multiples: {
    control: 'Layer',
    spoken: (label: string, tails: string): string =>
      `${label}${tails === '' ? ', no tail' : `, tails ${tails}`}`,
    columns: [
      'layer',
      'smallest mean',
      'dimension of the smallest',
      'largest mean',
      'dimension of the largest',
      'tails',
    ] as const,
    afterColumns: ['smallest mean after', 'largest mean after'] as const,
  },
  histogram: {
    control: 'Dimension',
    axis: 'value',
    others: 'the others: median, 10–90 %',
    counts: (minima: string, maxima: string, of: string): string =>
      `minimum of ${minima} · maximum of ${maxima} of ${of}`,
    countsShort: (minima: string, maxima: string, of: string): string =>
      `min of ${minima} · max of ${maxima} of ${of}`,
    change: (before: string, after: string): string => (before === after ? before : `${before} → ${after}`),
    spoken: (dim: number, counts: string, cut: boolean): string =>
      `dimension ${dim}: ${counts}${cut ? '; cut, all values are 0' : ''}`,
    afterCut: 'cut: all at 0',
    token: (value: string): string => `token ${value}`,
    columns: ['dimension', 'from', 'to', 'share', 'median of the others', '10 %', '90 %'] as const,
    afterColumn: 'share after',
  },
  shares: {
    control: { min: 'Minimum of each vector, by layer', max: 'Maximum of each vector, by layer' },
    axis: (total: string): string => `share of ${many(total, 'vector', 'vectors')}`,
    extreme: { min: 'smallest', max: 'largest' },
    readout: (
      dim: number,
      share: string,
      count: string,
      row: string,
      extreme: string,
    ): readonly [string, string] => [
      `${row}: dimension ${dim}`,
      `is the ${extreme} of ${count} ${count === '1' ? 'vector' : 'vectors'} (${share})`,
    ],
    readoutOthers: (n: number, share: string, row: string, extreme: string): readonly [string, string] => [
      `${row}: ${n} other ${n === 1 ? 'dimension' : 'dimensions'}`,
      `${n === 1 ? 'is' : 'are'} the ${extreme} of ${share} of the vectors`,
    ],
    rowAfter: (row: string): string => `${row}, after`,
    columns: ['layer', 'dimension', 'vectors', 'share'] as const,
    afterColumn: 'share after',
  },
  heat: {
    control: 'Layer and dimension',
    afterColumn: (layer: string): string => `${layer} after`,
    legend: 'z of the mean: standard deviations from the layer’s other dimensions',
    legendShort: 'z of the mean',
    readout: (dim: number, layer: string, sd: string, below: boolean): readonly [string, string] => [
      `${layer}: dimension ${dim}`,
      `mean ${sd} sd ${below ? 'below' : 'above'} the others`,
    ],
    spoken: (dim: number, layer: string, z: string): string => `${layer}, dimension ${dim}, z ${z}`,
  },
  /** The same picture of weights instead of means. */
  heatOfWeights: {
    control: 'LayerNorm and dimension',
    legend: 'standard deviations from the row’s other dimensions',
    legendShort: 'sd from the row’s others',
    readout: (dim: number, row: string, sd: string, below: boolean): readonly [string, string] => [
      `${row}: dimension ${dim}`,
      `${sd} sd ${below ? 'below' : 'above'} the others`,
    ],
    spoken: (dim: number, row: string, z: string): string =>
      `${row}, dimension ${dim}, ${z} standard deviations`,
  },
  similarity: {
    control: 'Pair of items',
    upper: 'upper right: before',
    lower: 'lower left: after',
    lowerNoCut: 'lower left: nothing is cut',
    /** Where the halves are of two sides. */
    ofSides: {
      upper: (side: string) => `upper right: ${side}`,
      lower: (side: string) => `lower left: ${side}`,
      spoken: (a: string, b: string, one: string, other: string, sideA: string, sideB: string) =>
        `${a} and ${b}: ${one} for ${sideA}, ${other} for ${sideB}`,
      columns: ['item', 'other item'] as const,
    },
    lowerAwaited: 'lower left: before, until the rest is computed',
    legendFrom: '−1',
    legendMiddle: '0',
    legendTo: '1',
    readout: (
      a: string,
      b: string,
      before: string,
      after: string,
      change: string,
    ): readonly [string, string] => [`${a} · ${b}`, `${before} → ${after} (${change})`],
    readoutNoCut: (a: string, b: string, before: string): readonly [string, string] => [
      `${a} · ${b}`,
      before,
    ],
    spoken: (a: string, b: string, before: string, after: string): string =>
      `${a} and ${b}: ${before} before, ${after} after`,
    columns: ['item', 'other item', 'before', 'after'] as const,
  },
  lines: {
    control: 'Layer',
    spoken: (label: string, parts: string): string => `${label}: ${parts}`,
    columns: ['layer'] as const,
  },
  strips: {
    control: 'Place in the run, and curve',
    mark: { min: '▼', max: '▲' },
    value: (dim: number | undefined, value: string): string =>
      dim === undefined ? value : `${dim} ${value}`,
    nothing: '–',
    spoken: (group: string, curve: string, place: string, value: string): string =>
      `${group}, ${curve}, ${place}: ${value}`,
  },
  runLines: {
    control: 'Place in the run',
    spoken: (place: string, parts: string): string => `${place}: ${parts}`,
  },
  contribution: {
    control: 'Dimension',
    value: (value: string, share: string): string => `${value} = ${share}`,
    readoutAfter: (value: string): string => `→ ${value}`,
    token: (share: string): string => `token ${share}`,
    spoken: (dim: number, value: string, share: string, after: string): string =>
      `dimension ${dim}: ${value}${share === '' ? '' : `, ${share} of the whole`}${after === '' ? '' : `; after: ${after}`}`,
    columns: ['dimension', 'before', 'share of the whole', 'after', 'difference'] as const,
  },
};
