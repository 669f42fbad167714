import { keptSquares } from '../../../measures/cut-cosines.ts';
import { pairScales, sampledContribution } from '../../../measures/sampled-contribution.ts';
import type { GeometrySide } from './geometry.ts';

/** What a dimension brings to the expected cosine of two tokens of different sentences. */
export interface SideContribution {
  readonly dim: number;
  readonly before: number;
  /** Of the whole before; undefined where that is about zero or less. */
  readonly share: number | undefined;
  readonly after: number | undefined;
}

/** A mean cosine below this is about zero. */
const LEAST_WHOLE = 0.01;

/**
 * The largest contributions of one layer before, and what is left of them after.
 * @param also a dimension that is among them in any case
 * @returns none with one sentence
 */
export function largestContributions(
  before: GeometrySide,
  after: GeometrySide | undefined,
  layer: number,
  { rows, also }: { readonly rows: number; readonly also: number },
): readonly SideContribution[] | undefined {
  const { dims } = before.result;
  const all = Array.from({ length: dims }, (_, d) => contributionOf(before, layer, d));
  const values = all.map((value) => value ?? NaN);
  if (!values.every(Number.isFinite)) return undefined;
  const whole = values.reduce((sum, value) => sum + value, 0);
  const top = Array.from(values.keys())
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
    .slice(0, rows);
  if (!top.includes(also) && also < dims) top.splice(-1, 1, also);
  return top.map((dim) => ({
    dim,
    before: values[dim] ?? NaN,
    share: whole >= LEAST_WHOLE ? (values[dim] ?? NaN) / whole : undefined,
    after: after && contributionOf(after, layer, dim),
  }));
}

/** Measured, or what was measured of whole vectors and the change that the held pairs show; undefined where its column is not there. */
function contributionOf(
  { result, condition, cut }: GeometrySide,
  layer: number,
  dim: number,
): number | undefined {
  const exact = condition.contribution?.[layer * result.dims + dim];
  if (exact === undefined || cut.length === 0) return exact;
  if (cut.includes(dim)) return 0;
  const { sample, columns } = result.pairs;
  const column = columns.get(dim);
  if (!column) return undefined;
  const { items, squares } = sample;
  const part = (of: Float64Array) => sampledContribution(sample, column, pairScales(sample, of), layer);
  const kept = keptSquares(sample, columns, cut, layer);
  return exact + part(kept) - part(squares.subarray(layer * items, (layer + 1) * items));
}
