import type { Columns } from '../../measures/cosine-sample.ts';
import { keptSquares } from '../../measures/cut-cosines.ts';
import { meanCosineByLayer } from '../../measures/mean-cosine.ts';
import { pairScales, sampledContribution } from '../../measures/sampled-contribution.ts';
import { memo } from '../memo.ts';
import type { State } from '../state.ts';
import { selectDimension, selectLayer } from './choice.ts';
import { allThere, selectPairColumns } from './cosines.ts';
import { selectDrawnBase, selectDrawnTreated, selectWholeSide, type DrawnSide } from './drawn-side.ts';

/** What a dimension brings to the expected cosine of two tokens of different sentences. */
export interface Contribution {
  readonly dim: number;
  readonly before: number;
  /** Of the whole of what stands before; undefined where the whole is about zero or less, and no share says anything. */
  readonly share: number | undefined;
  /** undefined without a cut, and until what it takes has come. */
  readonly after: number | undefined;
}

/** A mean cosine below this is about zero. */
export const LEAST_WHOLE = 0.01;
/** Dimensions shown. */
const ROWS = 8;
const NONE: readonly number[] = [];
const NO_COLUMNS: Columns = new Map();

const topDims = memo((side: DrawnSide | undefined, layer: number, dimension: number): readonly number[] => {
  if (!side?.exploration.contribution) return NONE;
  const { contribution, dims } = side.exploration;
  const brings = (dim: number) => (side.cut.has(dim) ? 0 : (contribution[layer * dims + dim] ?? 0));
  const order = Array.from({ length: dims }, (_, dim) => dim).sort((a, b) => brings(b) - brings(a));
  const top = order.slice(0, ROWS);
  if (!top.includes(dimension)) top.splice(-1, 1, dimension);
  return top;
});

/** The dimensions that bring most to the cosine of what stands before at the chosen layer, and the chosen one. */
export function selectTopDims(state: State): readonly number[] {
  return topDims(selectDrawnBase(state), selectLayer(state), selectDimension(state));
}

/** What each of `dims` brings on one side; undefined where that takes columns that have not come. */
const broughtOn = () =>
  memo(
    (
      { exploration, cut }: DrawnSide,
      dims: readonly number[],
      layer: number,
      columns: Columns | undefined,
    ): readonly (number | undefined)[] => {
      const { contribution, dims: all, pairs } = exploration;
      const whole = (dim: number) => contribution?.[layer * all + dim];
      if (cut.size === 0) return dims.map(whole);
      const dropped = [...cut];
      if (!columns || !allThere(columns, dropped)) return dims.map(() => undefined);
      const { sample } = pairs;
      const { items, squares } = sample;
      const full = pairScales(sample, squares.subarray(layer * items, (layer + 1) * items));
      const left = pairScales(sample, keptSquares(sample, columns, dropped, layer));
      return dims.map((dim) => {
        if (cut.has(dim)) return 0;
        const column = columns.get(dim);
        if (!column) return undefined;
        // Of drawn pairs only the difference is taken: they say it more surely than what is left.
        const part = (scales: Float64Array) => sampledContribution(sample, column, scales, layer);
        return (whole(dim) ?? 0) + part(left) - part(full);
      });
    },
  );
const broughtBefore = broughtOn();
const broughtAfter = broughtOn();

/** What all dimensions of a side bring together, at one layer. */
const wholeOf = memo(({ exploration, cut }: DrawnSide, layer: number, columns: Columns | undefined) => {
  const { contribution, dims, pairs } = exploration;
  const sum =
    contribution?.subarray(layer * dims, (layer + 1) * dims).reduce((total, value) => total + value, 0) ??
    NaN;
  if (cut.size === 0 || !columns) return sum;
  const of = (dropped: readonly number[]) =>
    meanCosineByLayer(pairs.sample, dropped.length === 0 ? NO_COLUMNS : columns, dropped)[layer] ?? NaN;
  return sum + of([...cut]) - of(NONE);
});

/**
 * The side that is drawn as what stands before: the vectors as they are, too, as long as columns are missing that
 * tell what the chosen one has left.
 */
export function selectContributionBase(state: State): DrawnSide | undefined {
  const side = selectDrawnBase(state);
  if (!side || side.cut.size === 0) return side;
  const columns = selectPairColumns(state);
  const known = columns && allThere(columns, [...side.cut, ...selectTopDims(state)]);
  return known ? side : selectWholeSide(state);
}

/** The mean cosine that the contributions of what stands before add up to. */
export function selectContributionWhole(state: State): number | undefined {
  const side = selectContributionBase(state);
  return side?.exploration.contribution && wholeOf(side, selectLayer(state), columnsFor(state, side));
}

/** Columns for a side that takes them; none where it does not, so that their coming changes nothing. */
function columnsFor(state: State, { cut }: DrawnSide): Columns | undefined {
  return cut.size === 0 ? undefined : selectPairColumns(state);
}

const contributions = memo(
  (
    dims: readonly number[],
    before: readonly (number | undefined)[],
    after: readonly (number | undefined)[] | undefined,
    whole: number,
  ): readonly Contribution[] =>
    dims.map((dim, i) => {
      const value = before[i] ?? 0;
      const share = whole >= LEAST_WHOLE ? value / whole : undefined;
      return { dim, before: value, share, after: after?.[i] };
    }),
);

/** The largest contributions at the chosen layer, before and after the treatment; none with one sentence. */
export function selectContributions(state: State): readonly Contribution[] | undefined {
  const side = selectContributionBase(state);
  if (!side?.exploration.contribution) return undefined;
  const [dims, layer] = [selectTopDims(state), selectLayer(state)];
  const treated = selectDrawnTreated(state);
  return contributions(
    dims,
    broughtBefore(side, dims, layer, columnsFor(state, side)),
    treated && broughtAfter(treated, dims, layer, columnsFor(state, treated)),
    selectContributionWhole(state) ?? NaN,
  );
}
