import type { Tail } from '../../measures/detect-tails.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import { memo } from '../memo.ts';
import type { State } from '../state.ts';
import { selectTails } from './tails.ts';

const chosenLayer = memo((exploration: Exploration, tails: readonly Tail[]): number => {
  const [tail] = tails;
  if (!tail) return exploration.layers - 1;
  const best = tail.share.reduce((at, share, l) => (share > (tail.share[at] ?? 0) ? l : at), 0);
  return best;
});

/** The layer on screen: the one chosen, else the one where the strongest tail is the extreme most often. */
export function selectLayer(state: State): number {
  const exploration = state.before?.exploration;
  if (!exploration) return state.layer ?? 0;
  const asked = state.layer;
  if (asked !== undefined && asked < exploration.layers) return asked;
  return chosenLayer(exploration, selectTails(state));
}

const largestMean = memo((exploration: Exploration, layer: number): number => {
  const { dims } = exploration;
  let best = 0;
  let most = -1;
  for (let d = 0; d < dims; d++) {
    const size = Math.abs(exploration.mean[layer * dims + d] ?? 0);
    if (size > most) [best, most] = [d, size];
  }
  return best;
});

/** The dimension on screen: the one chosen, else the strongest tail, else the largest mean. */
export function selectDimension(state: State): number {
  const exploration = state.before?.exploration;
  if (!exploration) return state.dimension ?? 0;
  const asked = state.dimension;
  if (asked !== undefined && asked < exploration.dims) return asked;
  return selectTails(state)[0]?.dim ?? largestMean(exploration, selectLayer(state));
}

/** The dimension lit everywhere: the one under the pointer, else the chosen one. */
export function selectLit(state: State): number {
  return state.hoveredDimension ?? selectDimension(state);
}
