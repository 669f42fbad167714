import type { OriginsResult } from '../../protocol/experiments/origins.ts';

/** What every panel on the weights is given. */
export interface WeightsPanelProps {
  readonly result: OriginsResult;
  readonly dim: number;
  /** The model's name. */
  readonly model: string;
  /** Where it is one of two beside each other. */
  readonly beside?: BesideWeights;
}

export interface BesideWeights {
  /** "A: 8 of 9 LayerNorms..." */
  readonly titled: (finding: string) => string;
  /** Begins the names of saved files. */
  readonly prefix: string;
  /** Values of the other one, which is read on the same axis. */
  readonly values: ArrayLike<number>;
}

export const ALONE: BesideWeights = { titled: (finding) => finding, prefix: '', values: [] };
