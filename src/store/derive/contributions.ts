import type { Columns } from '../../measures/cosine-sample.ts';
import { pairScales, sampledContribution } from '../../measures/sampled-contribution.ts';
import { keptSquares } from '../../measures/cut-cosines.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import { memo } from '../memo.ts';
import type { State } from '../state.ts';
import { selectDimension, selectLayer } from './choice.ts';
import { allThere, selectPairColumns } from './cosines.ts';
import { selectInsideExploration } from './drawn.ts';
import { selectRun } from '../wanted.ts';
import { selectEffectiveCut } from './effective-cut.ts';

/** What a dimension brings to the expected cosine of two tokens of different sentences. */
export interface Contribution {
  readonly dim: number;
  readonly before: number;
  /** Of the whole, before the cut; undefined where the whole is about zero or less, and no share says anything. */
  readonly share: number | undefined;
  /** undefined without a cut, and until what it takes has come. */
  readonly after: number | undefined;
}

/** A mean cosine below this is about zero. */
const LEAST_WHOLE = 0.01;
/** Dimensions shown. */
const ROWS = 8;
const NONE: readonly number[] = [];

const topDims = memo(
  (exploration: Exploration | undefined, layer: number, dimension: number): readonly number[] => {
    if (!exploration?.contribution) return NONE;
    const { contribution, dims } = exploration;
    const values = contribution.subarray(layer * dims, (layer + 1) * dims);
    const order = Array.from(values.keys()).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
    const top = order.slice(0, ROWS);
    if (!top.includes(dimension)) top.splice(-1, 1, dimension);
    return top;
  },
);

/** The dimensions that bring most to the cosine at the chosen layer, and the chosen one. */
export function selectTopDims(state: State): readonly number[] {
  return topDims(state.before?.exploration, selectLayer(state), selectDimension(state));
}

const contributions = memo(
  (
    { contribution, pairs, dims: all }: Exploration,
    dims: readonly number[],
    layer: number,
    cut: readonly number[],
    columns: Columns | undefined,
    inside: Exploration | undefined,
  ): readonly Contribution[] => {
    const values = contribution?.subarray(layer * all, (layer + 1) * all) ?? new Float64Array();
    const whole = values.reduce((sum, value) => sum + value, 0);
    const { sample } = pairs;
    const { items, squares } = sample;
    const scales = columns && {
      before: pairScales(sample, squares.subarray(layer * items, (layer + 1) * items)),
      after: pairScales(sample, keptSquares(sample, columns, cut, layer)),
    };
    return dims.map((dim) => {
      const before = values[dim] ?? 0;
      const column = columns?.get(dim);
      let after = inside?.contribution?.[layer * all + dim];
      if (scales && cut.includes(dim)) after = 0;
      else if (scales && column) {
        // Of drawn pairs only the difference is taken: they say it more surely than what is left.
        const part = (of: Float64Array) => sampledContribution(sample, column, of, layer);
        after = before + part(scales.after) - part(scales.before);
      }
      return { dim, before, share: whole >= LEAST_WHOLE ? before / whole : undefined, after };
    });
  },
);

/** The largest contributions at the chosen layer, before and after the cut; none with one sentence. */
export function selectContributions(state: State): readonly Contribution[] | undefined {
  const exploration = state.before?.exploration;
  if (!exploration?.contribution) return undefined;
  const cut = selectEffectiveCut(state);
  const columns = selectPairColumns(state);
  const downdates = cut.length > 0 && !selectRun(state) && columns && allThere(columns, cut);
  return contributions(
    exploration,
    selectTopDims(state),
    selectLayer(state),
    cut,
    downdates ? columns : undefined,
    selectInsideExploration(state),
  );
}
