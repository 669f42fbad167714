import { useMemo } from 'react';
import type { ControlScoresRequest, TaskFigures } from '../../protocol/experiments/compare.ts';
import type { DataId } from '../../store/data/experiment-data.ts';
import { controlFigures, type ControlFigures } from '../../store/derive/lab/control-figures.ts';
import { figuresAfterCut, isDowndated } from '../../store/derive/lab/figures-after-cut.ts';
import { needsRun, selectSwitched } from '../../store/treatments.ts';
import { selectData } from '../../store/trials/data-of.ts';
import { taskOf } from '../../store/trials/task-of.ts';
import { partOf } from '../../store/trials/trial.ts';
import { isOlder } from '../../store/trials/wanted-trial.ts';
import { useApp, useAppHandle } from '../../store/use-app.ts';
import { useAsk, type Ask } from '../../store/use-ask.ts';
import { strings } from '../../strings/index.ts';
import { useControlDraws } from './use-control-draws.ts';
import { useInSlices } from './use-in-slices.ts';

/** Cuts of as many random dimensions, to hold a cut against. */
export interface RandomCuts {
  /** Whether they are asked to be shown. */
  readonly on: boolean;
  readonly draws: number;
  /** Dimensions cut in each. */
  readonly dims: number;
  /** Undefined until they are worked out. */
  readonly figures: ControlFigures | undefined;
  /** The question to the worker, where the columns at hand do not tell. */
  readonly ask: Ask<'control-scores'> | undefined;
  /** Why there can be none. */
  readonly lacks: string | undefined;
}

const WHERE_THEY_ARE = { kind: 'as-they-are' } as const;

/**
 * The control of an experiment, drawn by the seed as the command's `--control` draws it: worked out behind what is on screen where
 * columns of all dimensions came with the answer, asked of the worker on demand elsewhere. Undefined where nothing is cut.
 */
export function useRandomCuts(id: DataId): RandomCuts | undefined {
  const { store } = useAppHandle();
  const on = useApp((state) => state.randomCuts);
  const treatment = useApp(selectSwitched);
  const seed = useApp((state) => state.seed);
  const specials = useApp((state) => state.specials);
  const distance = useApp((state) => (id === 'trees' ? state.distance : 'cosine'));
  const data = useApp((state) => selectData(id, state)?.data);
  const answer = useApp((state) => state.trials[id].answer);
  const older = useApp((state) => isOlder(id, state));
  const { cut } = treatment;
  const draws = useControlDraws(answer?.asked.model.dims ?? 0);
  const isPart = answer !== undefined && partOf(answer) !== undefined;
  const live = isDowndated(id) && answer?.asked.columns === 'all' && !needsRun(treatment);
  const pieces = useMemo(() => {
    if (!draws || !answer || !on || !live || older || !isDowndated(id)) return undefined;
    const { trials } = store.getState();
    return draws.map((drawn) => (): TaskFigures => figuresAfterCut(id, trials, drawn, distance));
  }, [draws, answer, on, live, older, id, distance, store]);
  const request = useMemo((): ControlScoresRequest | undefined => {
    const named = data && taskOf(id, store.getState());
    if (!draws || !answer || !on || live || isPart || !named) return undefined;
    const { task, name } = named;
    const setting = { seat: 'main', move: WHERE_THEY_ARE, treatment, specials, seed } as const;
    return { setting, task: task.kind === 'trees' ? { ...task, distance } : task, name, draws };
  }, [draws, answer, on, live, isPart, data, treatment, specials, seed, distance, id, store]);
  const worked = useInSlices(pieces);
  const ask = useAsk('control-scores', request, 'on demand');
  const found = worked ?? ask.answer?.draws;
  const figures = useMemo(() => found && controlFigures(found), [found]);
  const count = draws?.length ?? 0;
  // the worker draws on all the data, and what is shown is a part of them
  const lacks = isPart && !live ? strings.lab.random.wholeOnly : undefined;
  const own = live || lacks !== undefined ? undefined : ask;
  return useMemo(
    () => (count === 0 ? undefined : { on, draws: count, dims: cut.length, figures, ask: own, lacks }),
    [on, count, cut, figures, own, lacks],
  );
}
