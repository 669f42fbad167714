import type { Bars, NamedLine } from '../../charts/lines/LayerLines.tsx';
import type { ControlRange } from '../../measures/control-range.ts';
import { strings } from '../../strings/index.ts';
import type { RandomCuts } from './use-random-cuts.ts';

const words = strings.lab.random;

/** Random cuts as a chart by layer draws them: their mean as a faint line, their range as a band. */
export interface ControlLines {
  readonly control: NamedLine | undefined;
  readonly controlBand: Bars | undefined;
  /** For the table of values. */
  readonly columns: readonly NamedLine[];
}

const NONE: ControlLines = { control: undefined, controlBand: undefined, columns: [] };

/** @param range the chart's own figure over the draws; undefined until it is known */
export function controlLines(
  cuts: Pick<RandomCuts, 'on' | 'draws'> | undefined,
  range: ControlRange | undefined,
): ControlLines {
  if (!cuts?.on || !range) return NONE;
  const { mean, low, high } = range;
  return {
    control: { name: words.line(cuts.draws), values: mean },
    controlBand: range,
    columns: [
      { name: words.table.mean, values: mean },
      { name: words.table.low, values: low },
      { name: words.table.high, values: high },
    ],
  };
}

/** Every value times so much. */
export function scaled(range: ControlRange | undefined, by: number): ControlRange | undefined {
  const times = (values: Float64Array): Float64Array => values.map((value) => by * value);
  return range && { mean: times(range.mean), low: times(range.low), high: times(range.high) };
}
