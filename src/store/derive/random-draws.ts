import { controlDraws } from '../../measures/control-draws.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import { memoOf } from '../memo.ts';
import type { State } from '../state.ts';
import { needsRun, selectSwitched } from '../treatments.ts';

/** The dimensions of each cut of the control. */
export type Draws = readonly (readonly number[])[];

const NONE: readonly number[] = [];

/** By what is cut: a switch put back finds the draws that it had, and what was worked out of them. */
const drawsOf = memoOf(({ dims, request: { seed } }: Exploration) => {
  const known = new Map<string, Draws>();
  return (cut: readonly number[]): Draws => {
    const key = cut.join();
    const draws = known.get(key) ?? controlDraws(dims, cut, seed);
    known.set(key, draws);
    return draws;
  };
});

/**
 * The control of a cut in Explore, drawn as `measure --control` draws it; undefined where it is not asked for, where nothing is
 * cut, or everything, and where no columns tell the treatment. The same object for the same cut of what is on screen.
 */
export function selectRandomDraws(state: State): Draws | undefined {
  const { randomBand, view, before } = state;
  if (!randomBand || view !== 'explore' || !before) return undefined;
  const treatment = selectSwitched(state);
  const { dims } = before.exploration;
  const { cut } = treatment;
  if (needsRun(treatment) || cut.length === 0 || cut.length >= dims || cut.some((dim) => dim >= dims))
    return undefined;
  return drawsOf(before.exploration)(cut);
}

const drawnDims = memoOf((draws: Draws): readonly number[] => [...new Set(draws.flat())]);

/** Every dimension of any draw. */
export function selectDrawnDims(state: State): readonly number[] {
  const draws = selectRandomDraws(state);
  return draws ? drawnDims(draws) : NONE;
}
