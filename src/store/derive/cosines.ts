import type { Columns } from '../../measures/cosine-sample.ts';
import { meanCosineByLayer } from '../../measures/mean-cosine.ts';
import { similarityMatrix } from '../../measures/similarity-matrix.ts';
import type { HeldSample } from '../../protocol/exploration.ts';
import { memo } from '../memo.ts';
import type { Matrix, State } from '../state.ts';
import { insideAnswers, selectInsideDims } from '../wanted.ts';
import { selectLayer } from './choice.ts';
import { selectEffectiveCut } from './effective-cut.ts';

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
const anisotropyAfter = memo((held: HeldSample, columns: Columns, cut: readonly number[]) =>
  meanCosineByLayer(held.sample, columns, cut),
);
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

export function allThere(columns: Columns, cut: readonly number[]): boolean {
  return cut.every((dim) => columns.has(dim));
}

/** Mean cosine of two random tokens by layer, before and after the cut. */
export function selectAnisotropy(state: State): Pair<Float64Array> | undefined {
  const { before, inside } = state;
  if (!before) return undefined;
  const held = before.exploration.pairs;
  const cut = selectEffectiveCut(state);
  const whole = anisotropyBefore(held);
  if (cut.length === 0) return anisotropy(whole, undefined);
  if (state.where === 'inside') {
    const answered = insideAnswers(inside, before, selectInsideDims(state));
    return anisotropy(whole, answered && inside ? anisotropyInside(inside.exploration.pairs) : undefined);
  }
  const columns = selectPairColumns(state);
  const known = columns && allThere(columns, cut);
  return anisotropy(whole, known ? anisotropyAfter(held, columns, cut) : undefined);
}

/**
 * The anisotropy with the switched dimensions cut inside, whatever is cut now; undefined where that has
 * not run for what is on screen.
 */
export function selectAnisotropySwitched({ insideSwitched, before, cut }: State): Float64Array | undefined {
  const answered = cut.length > 0 && insideAnswers(insideSwitched, before, cut);
  return answered && insideSwitched ? anisotropySwitched(insideSwitched.exploration.pairs) : undefined;
}

/** The anisotropy of the same cut made after the network, where it is made inside; what is there of it. */
export function selectAnisotropyOutside(state: State): Float64Array | undefined {
  const { before, where } = state;
  const cut = selectEffectiveCut(state);
  if (!before || where !== 'inside' || cut.length === 0) return undefined;
  const held = before.exploration.pairs;
  const columns = pairColumns(held, state.fetched.get(held.handle));
  return allThere(columns, cut) ? anisotropyAfter(held, columns, cut) : undefined;
}

const matrixBefore = memo((held: HeldSample, layer: number) =>
  similarityMatrix(held.sample, NO_COLUMNS, UNCUT, layer),
);
const matrixInside = memo((held: HeldSample, layer: number) =>
  similarityMatrix(held.sample, NO_COLUMNS, UNCUT, layer),
);
const matrixAfter = memo((held: HeldSample, columns: Columns, cut: readonly number[], layer: number) =>
  similarityMatrix(held.sample, columns, cut, layer),
);

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

/** Cosine matrices of the items on screen at the chosen layer, [items, items]. */
export function selectSimilarities(state: State): Similarities | undefined {
  const { matrixBefore: matrix, matrixInside: insideMatrix } = state;
  if (!matrix) return undefined;
  const layer = selectLayer(state);
  const whole = matrixBefore(matrix.held, layer);
  const cut = selectEffectiveCut(state);
  if (cut.length === 0) return similarities(matrix, whole, undefined);
  if (state.where === 'inside') {
    const answered =
      insideAnswers(state.inside, state.before, selectInsideDims(state)) &&
      insideMatrix?.exploration === state.inside?.exploration &&
      insideMatrix?.items === matrix.items;
    return similarities(matrix, whole, answered ? matrixInside(insideMatrix.held, layer) : undefined);
  }
  const columns = matrixColumns(matrix.held, state.fetched.get(matrix.held.handle));
  return similarities(
    matrix,
    whole,
    allThere(columns, cut) ? matrixAfter(matrix.held, columns, cut, layer) : undefined,
  );
}
