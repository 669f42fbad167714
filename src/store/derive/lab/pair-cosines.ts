import type { Columns } from '../../../measures/cosine-sample.ts';
import { cosinesOf } from '../../../measures/cosines-of.ts';
import type { State } from '../../state.ts';
import type { Pair } from '../cosines.ts';
import { comparedBy } from './compared.ts';

const NO_COLUMNS: Columns = new Map();
const UNCUT: readonly number[] = [];

/** Experiments on pairs of vectors. */
type PairTrial = 'wic' | 'sts' | 'play';

/** The cosines of one experiment's pairs before and after the cut, [layers, pairs]: by downdate, or as the worker answered. */
export function pairCosinesOf(id: PairTrial): (state: State) => Pair<Float64Array> | undefined {
  return comparedBy<PairTrial, Float64Array>(id, {
    whole: ({ before }) => cosinesOf(before.sample, NO_COLUMNS, UNCUT),
    treated: ({ after }) => after,
    cut: ({ before }, dims) => cosinesOf(before.sample, before.columns, dims),
  });
}
