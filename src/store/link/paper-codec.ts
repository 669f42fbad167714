import { DATA_IDS } from '../data/experiment-data.ts';
import type { PaperRun } from '../state.ts';
import type { Codec } from './codec.ts';

/** Everything that the Paper view runs when it is asked to, in the order of the paper. */
export const PAPER_RUNS = ['probe', ...DATA_IDS, 'whiten'] as const satisfies readonly PaperRun[];

/** What was measured for the paper's claims: `wic,sts`. */
export const PAPER_CODEC: Codec<readonly PaperRun[]> = {
  key: 'ran',
  initial: [],
  step: false,
  write: (runs) => runs.join(),
  read: (text) => {
    const names = text.split(',');
    const runs = PAPER_RUNS.filter((run) => names.includes(run));
    return names.every((name) => PAPER_RUNS.some((run) => run === name)) ? { value: runs } : undefined;
  },
};
