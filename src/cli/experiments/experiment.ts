import type { NodeModel } from '../../engine/node/index.ts';
import type { Findings } from '../report.ts';
import type { Run } from '../run.ts';

/** One of the command's experiments. */
export interface ExperimentSpec {
  /** Whether the model is loaded with the head that guesses masked words. */
  readonly maskedWords?: boolean;
  /** The sentences as the model is to read them; as they are when left out. */
  readonly prepare?: (sentences: readonly string[], model: NodeModel) => readonly string[];
  readonly run: (run: Run) => Promise<Findings>;
}
