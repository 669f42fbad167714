import { decimal, percent } from '../../charts/scale/format.ts';
import { at } from '../../core/at.ts';
import type { FollowedDimension } from '../../protocol/experiments/positions.ts';
import { strings } from '../../strings/index.ts';

const words = strings.originsView.explained;

/** Below this share neither explanation is worth the name. */
const LITTLE = 0.1;

/** Which of the two explanations accounts for more of a dimension in a layer, or that neither does. */
export function explainedTitle(found: FollowedDimension, layer: number): string {
  const position = at(found.byPosition, layer);
  const frequency = at(found.byFrequency, layer);
  if (Number.isNaN(position) || Number.isNaN(frequency)) return words.titleNone;
  const little = Math.max(position, frequency) < LITTLE;
  return words.title({
    dim: found.dim,
    position: percent(position),
    frequency: percent(frequency),
    layer: strings.originsView.layer(layer),
    more: little ? 'neither' : position > frequency ? 'position' : 'frequency',
  });
}

/** The mean at the first position, and that of the tokens at all others. @param counts tokens at each position */
export function firstAndRest(
  values: Float64Array,
  counts: Uint32Array,
): { readonly first: string; readonly rest: string } {
  let sum = 0;
  let tokens = 0;
  for (let place = 1; place < values.length; place++) {
    if (at(counts, place) === 0) continue;
    sum += at(values, place) * at(counts, place);
    tokens += at(counts, place);
  }
  return { first: decimal(at(values, 0)), rest: decimal(sum / tokens) };
}
