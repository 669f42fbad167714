import type { TailSide } from '../tail.ts';
import type { StripPoint } from './strip-runs.ts';

export interface CurvePoint extends StripPoint {
  /** At which end of a vector the dimension is. */
  readonly side?: TailSide | undefined;
}

/** A dimension that ends as a tail. */
export interface CurveTail {
  readonly dim: number;
  readonly side: TailSide;
  /** The place from which on it is one here; undefined where it ends as none. */
  readonly from: number | undefined;
}

/** A value over a long run, and whose it is at each point. */
export interface Curve {
  readonly name: string;
  /** In order; none where nothing is known. */
  readonly points: readonly CurvePoint[];
  readonly tails: readonly CurveTail[];
  /** Places where the run was broken off and taken up again. */
  readonly breaks: readonly number[];
  /** The dimension chosen. */
  readonly selected?: number | undefined;
}

export interface CurveGroup {
  readonly label: string;
  /** The same runs in every group, in the same order. */
  readonly curves: readonly Curve[];
}

/** The vertical axis, which begins at 0. */
export interface CurveScale {
  readonly high: number;
  readonly ticks: readonly number[];
  readonly text: (tick: number) => string;
  /** Drawn across: what counts as much. */
  readonly threshold?: number | undefined;
}
