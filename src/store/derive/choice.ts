import type { Tail } from '../../measures/detect-tails.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import { memo } from '../memo.ts';
import type { State } from '../state.ts';
import { selectClosest, selectTails } from './tails.ts';

const chosenLayer = memo((exploration: Exploration, tails: readonly Tail[], closest: number): number => {
  const carried = tails.filter((tail) => tail.scope === 'all');
  const dims = new Set((carried.length > 0 ? carried : tails).map((tail) => tail.dim));
  return layerOfMostEffect(exploration, dims.size > 0 ? dims : new Set([closest]));
});

/**
 * The layer of the network in which cutting some dimensions should change anisotropy most. Anisotropy is
 * nearly |mean vector|² over the mean of |vector|², which the moments give with and without the
 * dimensions; unlike the pairs they are there for one sentence too, and they hardly move as one types.
 */
export function layerOfMostEffect(
  { layers, dims, mean, square }: Exploration,
  cut: ReadonlySet<number>,
): number {
  let best = layers - 1;
  let most = 0;
  for (let l = 1; l < layers; l++) {
    let [means, squares, meansLeft, squaresLeft] = [0, 0, 0, 0];
    for (let d = 0; d < dims; d++) {
      const m = (mean[l * dims + d] ?? 0) ** 2;
      const s = square[l * dims + d] ?? 0;
      means += m;
      squares += s;
      if (cut.has(d)) continue;
      meansLeft += m;
      squaresLeft += s;
    }
    const change = Math.abs(means / (squares || 1) - meansLeft / (squaresLeft || 1));
    if (change > most) [best, most] = [l, change];
  }
  return best;
}

/** The layer on screen: the one chosen, else the one where cutting the tails shows most. */
export function selectLayer(state: State): number {
  const exploration = state.before?.exploration;
  if (!exploration) return state.layer ?? 0;
  const asked = state.layer;
  if (asked !== undefined && asked < exploration.layers) return asked;
  return chosenLayer(exploration, selectTails(state), selectClosest(state)?.dim ?? 0);
}

/** The dimension on screen: the one chosen, else the strongest tail, else what comes closest to one. */
export function selectDimension(state: State): number {
  const exploration = state.before?.exploration;
  if (!exploration) return state.dimension ?? 0;
  const asked = state.dimension;
  if (asked !== undefined && asked < exploration.dims) return asked;
  return selectTails(state)[0]?.dim ?? selectClosest(state)?.dim ?? 0;
}

/** The dimension lit everywhere: the one under the pointer, else the chosen one. */
export function selectLit(state: State): number {
  return state.hoveredDimension ?? selectDimension(state);
}
