import type { Experiment } from '../arguments.ts';
import type { Findings } from '../report.ts';
import type { Run } from '../run.ts';
import { anisotropy } from './anisotropy.ts';
import { states } from './states.ts';
import { tails } from './tails.ts';

/** A new experiment is a file here and a name in EXPERIMENTS. */
export const experiments: Readonly<Record<Experiment, (run: Run) => Promise<Findings>>> = {
  tails,
  anisotropy,
  states,
};
