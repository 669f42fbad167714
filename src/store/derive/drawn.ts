import type { Tail } from '../../measures/detect-tails.ts';
import { extremesAfterCut, type ExtremesLeft } from '../../measures/extremes-after-cut.ts';
import { zByLayer as zOfLayers } from '../../measures/z-of-mean.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import { memo, memoOf } from '../memo.ts';
import type { State } from '../state.ts';
import { INSIDE_FROM, runAnswers, selectRun } from '../wanted.ts';
import { selectLayer } from './choice.ts';
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

/** Mean of each dimension, by layer. */
export const meansByLayer = memoOf((exploration: Exploration): readonly Float32Array[] => {
  const { layers, dims, mean } = exploration;
  return Array.from({ length: layers }, (_, l) => mean.subarray(l * dims, (l + 1) * dims));
});

/** z of the mean, [layers, dims]. */
export const zByLayer = memoOf((exploration: Exploration): Float32Array =>
  Float32Array.from(zOfLayers(exploration, exploration.mean, exploration.square)),
);

const flatZ = memoOf(({ layers, dims }: Exploration) => new Float32Array(layers * dims));
const zOfCut = memo((exploration: Exploration, cut: ReadonlySet<number>): Float32Array => {
  const { dims, mean, square } = exploration;
  const left = (values: Float32Array) => values.map((value, i) => (cut.has(i % dims) ? 0 : value));
  return Float32Array.from(zOfLayers(exploration, left(mean), left(square)));
});

/** z of the mean once the cut is made, [layers, dims]; undefined without a cut, or until an inside one has run. */
export function selectZAfter(state: State): Float32Array | undefined {
  const exploration = state.before?.exploration;
  const cut = selectCutSet(state);
  if (!exploration) return undefined;
  const run = selectRun(state);
  if (!run) return cut.size === 0 ? undefined : zOfCut(exploration, cut);
  const inside = selectInsideExploration(state);
  // every remedy takes the mean away: what is left of it is rounding, or chance where it was fitted on a part of a long text
  return inside && (run.remedy ? flatZ : zByLayer)(inside);
}

/** Vectors measured. */
export function vectorsOf({ counted }: Exploration): number {
  return counted[0] + counted[1] + counted[2];
}

/** How many vectors have their minimum (maximum) at each dimension, by layer, whatever the token's kind. */
export const minimaByLayer = memoOf((exploration: Exploration) => overKinds(exploration, exploration.minima));
export const maximaByLayer = memoOf((exploration: Exploration) => overKinds(exploration, exploration.maxima));

const minimaLeft = memo((exploration: Exploration, cut: ReadonlySet<number>) =>
  minimaByLayer(exploration).map((counts, l) => extremesAfterCut(counts, exploration.nextMinima, l, cut)),
);
const maximaLeft = memo((exploration: Exploration, cut: ReadonlySet<number>) =>
  maximaByLayer(exploration).map((counts, l) => extremesAfterCut(counts, exploration.nextMaxima, l, cut)),
);
const asLeft = memoOf((byLayer: readonly Uint32Array[]): readonly ExtremesLeft[] =>
  byLayer.map((counts) => ({ counts, beyond: 0 })),
);

/** The extremes once the cut is made, by layer; undefined without a cut, or until an inside one has run. */
export function selectExtremesLeft(state: State, side: 'min' | 'max'): readonly ExtremesLeft[] | undefined {
  const exploration = state.before?.exploration;
  const cut = selectCutSet(state);
  if (!exploration) return undefined;
  if (!selectRun(state))
    return cut.size === 0 ? undefined : (side === 'min' ? minimaLeft : maximaLeft)(exploration, cut);
  const inside = selectInsideExploration(state);
  return inside && asLeft((side === 'min' ? minimaByLayer : maximaByLayer)(inside));
}

function overKinds({ layers, dims, counted }: Exploration, counts: Uint32Array): readonly Uint32Array[] {
  return Array.from({ length: layers }, (_, l) => {
    const sums = new Uint32Array(dims);
    for (let kind = 0; kind < counted.length; kind++) {
      const from = (kind * layers + l) * dims;
      for (let d = 0; d < dims; d++) sums[d] = (sums[d] ?? 0) + (counts[from + d] ?? 0);
    }
    return sums;
  });
}
