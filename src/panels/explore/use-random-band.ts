import { useMemo } from 'react';
import type { Columns } from '../../measures/cosine-sample.ts';
import { DRAWS } from '../../measures/control-draws.ts';
import { controlRange, type ControlRange } from '../../measures/control-range.ts';
import { allThere } from '../../store/derive/cosines.ts';
import { selectRandomDraws, type Draws } from '../../store/derive/random-draws.ts';
import { memoOf } from '../../store/memo.ts';
import type { State } from '../../store/state.ts';
import { needsRun, selectSwitched } from '../../store/treatments.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { useInSlices } from '../lab/use-in-slices.ts';

const words = strings.explore.random;

/** Figures of what is on screen with some dimensions cut, by the columns of those. */
export type FiguresAfter = (columns: Columns, cut: readonly number[]) => Float64Array;

/** Cuts of random dimensions beside the cut. */
export interface RandomBand {
  readonly on: boolean;
  readonly draws: number;
  /** Undefined until it is worked out, and where there is none. */
  readonly range: ControlRange | undefined;
  /** Why there is none though it is asked for. */
  readonly lacks: string | undefined;
}

/** What was worked out already: a switch put back has its band at once. */
const found = memoOf<FiguresAfter, WeakMap<Draws, ControlRange>>(() => new WeakMap());

/**
 * Figures over the draws of the control, mean and range: a draw at a time behind what is on screen, once the columns have come, so
 * that no switch waits for it.
 * @param figures the same function as long as it is of the same
 */
export function useRandomBand(columns: Columns | undefined, figures: FiguresAfter | undefined): RandomBand {
  const draws = useApp(selectRandomDraws);
  const on = useApp((state) => state.randomBand);
  const lacking = useApp(whyNone);
  const known = draws && figures && found(figures).get(draws);
  const pieces = useMemo(() => {
    if (!draws || !columns || !figures || known || !draws.every((cut) => allThere(columns, cut)))
      return undefined;
    return draws.map((cut) => () => figures(columns, cut));
  }, [draws, columns, figures, known]);
  const worked = useInSlices(pieces);
  const range = useMemo(() => {
    if (!worked || !draws || !figures) return known;
    const all = controlRange(worked);
    found(figures).set(draws, all);
    return all;
  }, [worked, draws, figures, known]);
  const lacks = on && !range ? words[lacking] : undefined;
  return useMemo(() => ({ on, draws: DRAWS, range, lacks }), [on, range, lacks]);
}

function whyNone(state: State): 'noCut' | 'needsRun' | 'noModel' | 'awaited' {
  const treatment = selectSwitched(state);
  if (treatment.cut.length === 0) return 'noCut';
  if (needsRun(treatment)) return 'needsRun';
  return state.before?.model ? 'awaited' : 'noModel';
}
