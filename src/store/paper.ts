import { PAPER_RUNS } from './link/paper-codec.ts';
import type { PaperRun } from './state.ts';
import type { GetState, SetState } from './store.ts';

/** What a person can do in the Paper view. */
export interface PaperActions {
  /** Measures what some claims are about, once: it stays measured, and follows the model, the data and the cut. */
  readonly runForPaper: (runs: readonly PaperRun[]) => void;
  readonly stopForPaper: (run: PaperRun) => void;
}

export function paperActions(set: SetState, get: GetState): PaperActions {
  return {
    runForPaper: (runs: readonly PaperRun[]) => {
      const { paperRuns } = get();
      set({ paperRuns: PAPER_RUNS.filter((run) => runs.includes(run) || paperRuns.includes(run)) });
    },
    stopForPaper: (run: PaperRun) => {
      set({ paperRuns: get().paperRuns.filter((each) => each !== run) });
    },
  };
}
