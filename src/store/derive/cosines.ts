import type { Columns } from '../../measures/cosine-sample.ts';
import { meanCosineByLayer } from '../../measures/mean-cosine.ts';
import { similarityMatrix } from '../../measures/similarity-matrix.ts';
import type { HeldSample } from '../../protocol/exploration.ts';
import { memo } from '../memo.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import type { Matrix, Shown, State } from '../state.ts';
import {
  isNothing,
  needsRun,
  sameTreatment,
  selectBase,
  selectSwitched,
  selectTreatment,
} from '../treatments.ts';
import { runAnswers } from '../wanted.ts';
import { selectLayer } from './choice.ts';

/** Before and after a cut; `after` is undefined without a cut, or until what it needs has come. */
export interface Pair<T> {
  readonly before: T;
  readonly after: T | undefined;
}

const NO_COLUMNS: Columns = new Map();
const UNCUT: readonly number[] = [];

const anisotropyBefore = memo((held: HeldSample) => meanCosineByLayer(held.sample, NO_COLUMNS, UNCUT));
const anisotropyInside = memo((held: HeldSample) => meanCosineByLayer(held.sample, NO_COLUMNS, UNCUT));
const anisotropySwitched = memo((held: HeldSample) => meanCosineByLayer(held.sample, NO_COLUMNS, UNCUT));
const anisotropyBased = memo((held: HeldSample) => meanCosineByLayer(held.sample, NO_COLUMNS, UNCUT));
const downdated = () =>
  memo((held: HeldSample, columns: Columns, cut: readonly number[]) =>
    meanCosineByLayer(held.sample, columns, cut),
  );
const anisotropyAfter = downdated();
const anisotropyBaseCut = downdated();
const anisotropyOutside = downdated();
const anisotropy = memo((before: Float64Array, after: Float64Array | undefined): Pair<Float64Array> => ({
  before,
  after,
}));

const pairColumns = memo(merged);
const matrixColumns = memo(merged);

function merged(held: HeldSample, fetched: Columns | undefined): Columns {
  return fetched ? new Map([...held.columns, ...fetched]) : held.columns;
}

/** The columns that have come of the sampled pairs. */
export function selectPairColumns(state: State): Columns | undefined {
  const held = state.before?.exploration.pairs;
  return held && pairColumns(held, state.fetched.get(held.handle));
}

/** The same of the items on screen. */
export function selectMatrixColumns(state: State): Columns | undefined {
  const held = state.matrixBefore?.held;
  return held && matrixColumns(held, state.fetched.get(held.handle));
}

export function allThere(columns: Columns, cut: readonly number[]): boolean {
  return cut.every((dim) => columns.has(dim));
}

/** One side of the comparison, by the columns that are there, or by a run of its own; undefined until that has come. */
function anisotropyOf(
  state: State,
  side: Treatment,
  run: Shown | undefined,
  how: { readonly ofRun: typeof anisotropyInside; readonly cut: typeof anisotropyAfter },
): Float64Array | undefined {
  const { before } = state;
  if (!before) return undefined;
  const held = before.exploration.pairs;
  if (isNothing(side)) return anisotropyBefore(held);
  if (needsRun(side))
    return runAnswers(run, before, side) && run ? how.ofRun(run.exploration.pairs) : undefined;
  const columns = selectPairColumns(state);
  return columns && allThere(columns, side.cut) ? how.cut(held, columns, side.cut) : undefined;
}

/**
 * Mean cosine of two random tokens by layer, before and after the treatment; undefined until what is before it has come.
 */
export function selectAnisotropy(state: State): Pair<Float64Array> | undefined {
  const [base, treatment] = [selectBase(state), selectTreatment(state)];
  const before = anisotropyOf(state, base, state.based, { ofRun: anisotropyBased, cut: anisotropyBaseCut });
  if (!before) return undefined;
  if (sameTreatment(base, treatment)) return anisotropy(before, undefined);
  const how = { ofRun: anisotropyInside, cut: anisotropyAfter };
  return anisotropy(before, anisotropyOf(state, treatment, state.inside, how));
}

/**
 * The anisotropy with the switched dimensions treated, whatever is cut now; undefined where that has
 * not run for what is on screen.
 */
export function selectAnisotropySwitched(state: State): Float64Array | undefined {
  const { insideSwitched, before, cut } = state;
  const answered = cut.length > 0 && runAnswers(insideSwitched, before, selectSwitched(state));
  return answered && insideSwitched ? anisotropySwitched(insideSwitched.exploration.pairs) : undefined;
}

/** The anisotropy of the same cut made after the network, where it is made inside; what is there of it. */
export function selectAnisotropyOutside(state: State): Float64Array | undefined {
  const { before, where } = state;
  const { cut, remedy } = selectTreatment(state);
  if (!before || where !== 'inside' || remedy || cut.length === 0) return undefined;
  const held = before.exploration.pairs;
  const columns = pairColumns(held, state.fetched.get(held.handle));
  return allThere(columns, cut) ? anisotropyOutside(held, columns, cut) : undefined;
}

const matrixBefore = memo((held: HeldSample, layer: number) =>
  similarityMatrix(held.sample, NO_COLUMNS, UNCUT, layer),
);
const matrixInside = memo((held: HeldSample, layer: number) =>
  similarityMatrix(held.sample, NO_COLUMNS, UNCUT, layer),
);
const matrixBased = memo((held: HeldSample, layer: number) =>
  similarityMatrix(held.sample, NO_COLUMNS, UNCUT, layer),
);
const matrixCut = () =>
  memo((held: HeldSample, columns: Columns, cut: readonly number[], layer: number) =>
    similarityMatrix(held.sample, columns, cut, layer),
  );
const matrixAfter = matrixCut();
const matrixBaseCut = matrixCut();

export interface Similarities extends Pair<Float64Array> {
  readonly matrix: Matrix;
}

const similarities = memo(
  (matrix: Matrix, before: Float64Array, after: Float64Array | undefined): Similarities => ({
    matrix,
    before,
    after,
  }),
);

/** One side of the comparison; undefined until it has come. */
function matrixOf(
  state: State,
  matrix: Matrix,
  side: Treatment,
  run: { readonly shown: Shown | undefined; readonly matrix: Matrix | undefined },
  how: { readonly ofRun: typeof matrixInside; readonly cut: typeof matrixAfter },
): Float64Array | undefined {
  const layer = selectLayer(state);
  if (isNothing(side)) return matrixBefore(matrix.held, layer);
  if (needsRun(side)) {
    const answered =
      runAnswers(run.shown, state.before, side) &&
      run.matrix?.exploration === run.shown?.exploration &&
      run.matrix?.items === matrix.items;
    return answered ? how.ofRun(run.matrix.held, layer) : undefined;
  }
  const columns = matrixColumns(matrix.held, state.fetched.get(matrix.held.handle));
  return allThere(columns, side.cut) ? how.cut(matrix.held, columns, side.cut, layer) : undefined;
}

/** Cosine matrices of the items on screen at the chosen layer, [items, items]; undefined until what is before has come. */
export function selectSimilarities(state: State): Similarities | undefined {
  const { matrixBefore: matrix } = state;
  if (!matrix) return undefined;
  const [base, treatment] = [selectBase(state), selectTreatment(state)];
  const before = matrixOf(
    state,
    matrix,
    base,
    { shown: state.based, matrix: state.matrixBased },
    { ofRun: matrixBased, cut: matrixBaseCut },
  );
  if (!before) return undefined;
  if (sameTreatment(base, treatment)) return similarities(matrix, before, undefined);
  const after = matrixOf(
    state,
    matrix,
    treatment,
    { shown: state.inside, matrix: state.matrixInside },
    { ofRun: matrixInside, cut: matrixAfter },
  );
  return similarities(matrix, before, after);
}
