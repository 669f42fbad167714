import { percent } from '../../charts/scale/format.ts';
import type { Deed } from '../comparison/deed.ts';
import { strings } from '../../strings/index.ts';

const words = strings.sentencesView.classifier;
/** A change below this is a few sentences of any test set. */
const NEAR = 0.1;

/**
 * Whether a classifier misses what is cut: over all layers, since the control is held against all of them.
 * @param layer on screen
 */
export function classifierTitle(
  before: Float64Array,
  after: Float64Array | undefined,
  deed: Deed,
  layer: number,
): string {
  if (after === undefined)
    return words.titleWhole(percent(before[layer] ?? NaN), strings.explore.inLayer(layer));
  const most = before.reduce((far, share, l) => Math.max(far, Math.abs((after[l] ?? NaN) - share)), 0);
  if (most === 0) return words.titleSame(deed.doing);
  return most < NEAR ? words.titleNear(deed.doing, percent(most)) : words.titleMuch(deed.done, percent(most));
}
