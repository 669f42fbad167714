import { percent } from '../../charts/scale/format.ts';
import { strings } from '../../strings/index.ts';

const words = strings.sentencesView.classifier;
/** A change below this is a few sentences of any test set. */
const NEAR = 0.1;

/**
 * Whether a classifier misses what is cut: over all layers, since the control is held against all of them.
 * @param dims the cut dimensions in words
 * @param layer on screen
 */
export function classifierTitle(
  before: Float64Array,
  after: Float64Array | undefined,
  dims: string,
  layer: number,
): string {
  if (after === undefined)
    return words.titleWhole(percent(before[layer] ?? NaN), strings.explore.inLayer(layer));
  const most = before.reduce((far, share, l) => Math.max(far, Math.abs((after[l] ?? NaN) - share)), 0);
  if (most === 0) return words.titleSame(dims);
  return most < NEAR ? words.titleNear(dims, percent(most)) : words.titleMuch(dims, percent(most));
}
