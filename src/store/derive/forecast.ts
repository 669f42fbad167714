import { meanCosineByLayer } from '../../measures/mean-cosine.ts';
import type { Columns } from '../../measures/cosine-sample.ts';
import type { HeldSample } from '../../protocol/exploration.ts';
import { memo } from '../memo.ts';
import type { State } from '../state.ts';
import { allThere, selectPairColumns } from './cosines.ts';
import { selectTailDims } from './tails.ts';

const first = memo((dims: readonly number[]) => dims.slice(0, 1));
const forecast = memo((held: HeldSample, columns: Columns, cut: readonly number[]) =>
  meanCosineByLayer(held.sample, columns, cut),
);

/** The dimensions a cut without the control would take: those switched, else the strongest tail. */
export function selectForecastCut(state: State): readonly number[] {
  return state.cut.length > 0 ? state.cut : first(selectTailDims(state));
}

/**
 * What cutting those after the network would make of the mean cosine of two random tokens, [layers];
 * undefined until their columns have come.
 */
export function selectForecast(state: State): Float64Array | undefined {
  const held = state.before?.exploration.pairs;
  const columns = selectPairColumns(state);
  const cut = selectForecastCut(state);
  if (!held || !columns || cut.length === 0 || !allThere(columns, cut)) return undefined;
  return forecast(held, columns, cut);
}
