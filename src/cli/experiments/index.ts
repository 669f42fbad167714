import type { Experiment } from '../arguments.ts';
import { anisotropy } from './anisotropy.ts';
import { compare } from './compare.ts';
import type { ExperimentSpec } from './experiment.ts';
import { predict, spell } from './predict.ts';
import { states } from './states.ts';
import { tails } from './tails.ts';

/** A new experiment is a file here and a name in EXPERIMENTS. */
export const experiments: Readonly<Record<Experiment, ExperimentSpec>> = {
  tails: { run: tails },
  anisotropy: { run: anisotropy },
  states: { run: states },
  compare: { run: compare },
  predict: { run: predict, prepare: spell, maskedWords: true },
};
