import { extremesAfterCut, type ExtremesLeft } from '../../measures/extremes-after-cut.ts';
import { zByLayer as zOfLayers } from '../../measures/z-of-mean.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import { memo, memoOf } from '../memo.ts';
import type { Shown, State } from '../state.ts';
import { isNothing, needsRun, sameTreatment, selectBase, selectTreatment } from '../treatments.ts';
import { runAnswers } from '../wanted.ts';

/** One side of what is compared, as the charts of Explore draw it. */
export interface DrawnSide {
  readonly treatment: Treatment;
  /** What it is drawn from: the text as it is, or a run of its own. */
  readonly exploration: Exploration;
  /** Dimensions of that at zero, in every layer: what columns tell of a cut after the network. */
  readonly cut: ReadonlySet<number>;
}

const NO_DIMS: readonly number[] = [];
const WHOLE: Treatment = { cut: NO_DIMS, where: 'after' };

const sideOf = () =>
  memo((treatment: Treatment, exploration: Exploration, cut: readonly number[]): DrawnSide => ({
    treatment,
    exploration,
    cut: new Set(cut),
  }));
const base = sideOf();
const treated = sideOf();
const whole = sideOf();

function drawn(
  make: typeof base,
  treatment: Treatment,
  before: Shown | undefined,
  run: Shown | undefined,
): DrawnSide | undefined {
  if (!before) return undefined;
  if (!needsRun(treatment)) return make(treatment, before.exploration, treatment.cut);
  if (!runAnswers(run, before, treatment) || !run) return undefined;
  return make(treatment, run.exploration, NO_DIMS);
}

/** What is drawn as "before": what was chosen, or the vectors as they are until its run has come. */
export function selectDrawnBase(state: State): DrawnSide | undefined {
  const { before, based } = state;
  return drawn(base, selectBase(state), before, based) ?? selectWholeSide(state);
}

/** Whether something other than the vectors as they are is drawn as "before". */
export function selectBaseTreated(state: State): boolean {
  const side = selectDrawnBase(state);
  return side !== undefined && !isNothing(side.treatment);
}

/** The vectors as they are. */
export function selectWholeSide({ before }: State): DrawnSide | undefined {
  return before && whole(WHOLE, before.exploration, NO_DIMS);
}

/** What is drawn as "after"; undefined where that is the same, and until its run has come. */
export function selectDrawnTreated(state: State): DrawnSide | undefined {
  const treatment = selectTreatment(state);
  const side = selectDrawnBase(state);
  if (!side || sameTreatment(side.treatment, treatment)) return undefined;
  return drawn(treated, treatment, state.before, state.inside);
}

/** Whether all that distinguishes the treated side is which of the whole vectors' dimensions are at zero. */
export function isMereCut(before: DrawnSide, after: DrawnSide): boolean {
  return isNothing(before.treatment) && after.exploration === before.exploration;
}

/** Mean of each dimension, by layer. */
export const meansByLayer = memoOf((exploration: Exploration): readonly Float32Array[] => {
  const { layers, dims, mean } = exploration;
  return Array.from({ length: layers }, (_, l) => mean.subarray(l * dims, (l + 1) * dims));
});

/** The same of a side. Every remedy takes the mean away: what is left of it is rounding. */
export const meansOf = memoOf(({ exploration, treatment, cut }: DrawnSide): readonly Float32Array[] => {
  const means = meansByLayer(exploration);
  if (treatment.remedy) return means.map((mean) => new Float32Array(mean.length));
  return cut.size === 0 ? means : means.map((mean) => mean.map((value, d) => (cut.has(d) ? 0 : value)));
});

/** z of the mean, [layers, dims]. */
export const zByLayer = memoOf((exploration: Exploration): Float32Array =>
  Float32Array.from(zOfLayers(exploration, exploration.mean, exploration.square)),
);

/** The same of a side. Of a long text a remedy is fitted on a part: what it leaves of the mean is chance. */
export const zOf = memoOf(({ exploration, treatment, cut }: DrawnSide): Float32Array => {
  const { layers, dims, mean, square } = exploration;
  if (treatment.remedy) return new Float32Array(layers * dims);
  if (cut.size === 0) return zByLayer(exploration);
  const left = (values: Float32Array) => values.map((value, i) => (cut.has(i % dims) ? 0 : value));
  return Float32Array.from(zOfLayers(exploration, left(mean), left(square)));
});

/** How many vectors have their minimum (maximum) at each dimension, by layer, whatever the token's kind. */
export const minimaByLayer = memoOf((exploration: Exploration) => overKinds(exploration, exploration.minima));
export const maximaByLayer = memoOf((exploration: Exploration) => overKinds(exploration, exploration.maxima));

/** The same of a side, among the dimensions that it has left. */
export const minimaOf = memoOf(({ exploration, cut }: DrawnSide): readonly ExtremesLeft[] =>
  minimaByLayer(exploration).map((counts, l) => extremesAfterCut(counts, exploration.nextMinima, l, cut)),
);
export const maximaOf = memoOf(({ exploration, cut }: DrawnSide): readonly ExtremesLeft[] =>
  maximaByLayer(exploration).map((counts, l) => extremesAfterCut(counts, exploration.nextMaxima, l, cut)),
);

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
