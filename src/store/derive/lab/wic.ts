import { areaUnderCurve } from '../../../measures/area-under-curve.ts';
import { largerClassShare } from '../../../measures/larger-class.ts';
import { thresholdGrid, type ThresholdGrid } from '../../../measures/threshold-grid.ts';
import type { WicResult } from '../../../protocol/experiments/wic.ts';
import { memo } from '../../memo.ts';
import type { State } from '../../state.ts';
import type { Pair } from '../cosines.ts';
import { pairCosinesOf } from './pair-cosines.ts';

/** Cosines of the word's two vectors, [layers, pairs]. */
export const selectWicCosines = pairCosinesOf('wic');

/** How often a threshold tells senses apart; the area under the curve by layer, which needs none; and what saying always the same tells right. */
export interface WicGrid extends ThresholdGrid {
  readonly auc: Float64Array;
  readonly baseline: number;
}

/** @param cosines [layers, pairs] @param same 1 where the sense is the same, by pair */
export function wicGrid(cosines: Float64Array, same: Uint8Array, layers: number): WicGrid {
  const pairs = same.length;
  const auc = Float64Array.from({ length: layers }, (_, layer) =>
    areaUnderCurve(cosines.subarray(layer * pairs, (layer + 1) * pairs), same),
  );
  return { ...thresholdGrid(cosines, same, layers), auc, baseline: largerClassShare(same) };
}

/** Of an answer, whose cosines may have been cut. */
export function wicGridOf(cosines: Float64Array, { same, before: { sample } }: WicResult): WicGrid {
  return wicGrid(cosines, same, sample.layers);
}

const gridBefore = memo(wicGridOf);
const gridAfter = memo(wicGridOf);
const grids = memo((before: WicGrid, after: WicGrid | undefined): Pair<WicGrid> => ({ before, after }));

export function selectWicGrids(state: State): Pair<WicGrid> | undefined {
  const cosines = selectWicCosines(state);
  const { answer } = state.trials.wic;
  if (!cosines || !answer) return undefined;
  const { before, after } = cosines;
  return grids(gridBefore(before, answer.result), after && gridAfter(after, answer.result));
}
