import type { Tail } from '../../measures/detect-tails.ts';
import type { ExtremesLeft } from '../../measures/extremes-after-cut.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import { memo } from '../memo.ts';
import type { State } from '../state.ts';
import { INSIDE_FROM, runAnswers, selectRun } from '../wanted.ts';
import { selectLayer } from './choice.ts';
import { maximaOf, minimaOf, selectDrawnTreated, zOf } from './drawn-side.ts';
import { selectEffectiveCut } from './effective-cut.ts';
import { selectTails } from './tails.ts';

const NOTHING: ReadonlySet<number> = new Set();
const cutSet = memo((cut: readonly number[]): ReadonlySet<number> => new Set(cut));

/** The dimensions cut, to look one up in. */
export function selectCutSet(state: State): ReadonlySet<number> {
  return cutSet(selectEffectiveCut(state));
}

/** The first layer that is cut: a cut inside the network leaves the embeddings whole. */
export function selectCutFrom(state: State): 0 | 1 {
  return state.where === 'inside' ? INSIDE_FROM : 0;
}

/** The dimensions cut in a layer. */
export function selectCutAt(state: State, layer: number): ReadonlySet<number> {
  return layer < selectCutFrom(state) ? NOTHING : selectCutSet(state);
}

/** The dimensions cut in the layer on screen. */
export function selectCutHere(state: State): ReadonlySet<number> {
  return selectCutAt(state, selectLayer(state));
}

const drawnTails = memo((tails: readonly Tail[]): readonly Tail[] =>
  tails.filter((tail, i) => tails.findIndex(({ dim }) => dim === tail.dim) === i),
);

/** The tails, a dimension once: one that is both an end of some vectors and the other end of others has its stronger side. */
export function selectDrawnTails(state: State): readonly Tail[] {
  return drawnTails(selectTails(state));
}

/** The same text treated by a run of its own (cut inside, or remedied), once that answers what is on screen. */
export function selectInsideExploration(state: State): Exploration | undefined {
  const { inside, before } = state;
  return runAnswers(inside, before, selectRun(state)) ? inside?.exploration : undefined;
}

/** z of the mean once the treatment is made, [layers, dims]; undefined where nothing is compared, or until it has run. */
export function selectZAfter(state: State): Float32Array | undefined {
  const side = selectDrawnTreated(state);
  return side && zOf(side);
}

/** Vectors measured. */
export function vectorsOf({ counted }: Exploration): number {
  return counted[0] + counted[1] + counted[2];
}

/** The extremes once the treatment is made, by layer; undefined where nothing is compared, or until it has run. */
export function selectExtremesLeft(state: State, side: 'min' | 'max'): readonly ExtremesLeft[] | undefined {
  const treated = selectDrawnTreated(state);
  return treated && (side === 'min' ? minimaOf : maximaOf)(treated);
}
