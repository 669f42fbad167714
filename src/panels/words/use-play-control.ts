import { useMemo } from 'react';
import { controlRange, type ControlRange } from '../../measures/control-range.ts';
import { playMeansAfter } from '../../store/derive/lab/play-means.ts';
import { needsRun, selectSwitched } from '../../store/treatments.ts';
import { isOlder } from '../../store/trials/wanted-trial.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { useControlDraws } from '../lab/use-control-draws.ts';
import { useInSlices } from '../lab/use-in-slices.ts';

/** Cuts of random dimensions beside the cut in the playground. */
export interface PlayControl {
  readonly on: boolean;
  readonly draws: number;
  /** Dimensions cut in each. */
  readonly dims: number;
  /** By layer; undefined until they are worked out, and where there are none. */
  readonly same: ControlRange | undefined;
  readonly different: ControlRange | undefined;
  /** Why there are none though they are asked for. */
  readonly lacks: string | undefined;
}

/**
 * The means within senses and across over the draws of the control, from the columns that came with the pairs. Undefined where
 * nothing is cut.
 */
export function usePlayControl(): PlayControl | undefined {
  const on = useApp((state) => state.randomCuts);
  const treatment = useApp(selectSwitched);
  const answer = useApp((state) => state.trials.play.answer);
  const playground = useApp((state) => state.playground);
  const older = useApp((state) => isOlder('play', state));
  const draws = useControlDraws(answer?.asked.model.dims ?? 0);
  const told = answer?.asked.columns === 'all' && !needsRun(treatment);
  const pieces = useMemo(() => {
    if (!on || !draws || !answer || !told || older) return undefined;
    return draws.map((cut) => () => playMeansAfter(answer, playground, cut));
  }, [on, draws, answer, told, older, playground]);
  const worked = useInSlices(pieces);
  const ranges = useMemo(
    () =>
      worked && {
        same: controlRange(worked.map(({ same }) => same)),
        different: controlRange(worked.map(({ different }) => different)),
      },
    [worked],
  );
  if (!draws) return undefined;
  return {
    on,
    draws: draws.length,
    dims: treatment.cut.length,
    same: ranges?.same,
    different: ranges?.different,
    lacks: told ? undefined : strings.wordsView.play.noControl,
  };
}
