import type { OriginsResult } from '../../protocol/experiments/origins.ts';

/** What every panel on the weights is given. */
export interface WeightsPanelProps {
  readonly result: OriginsResult;
  readonly dim: number;
  /** The model's name. */
  readonly model: string;
}
