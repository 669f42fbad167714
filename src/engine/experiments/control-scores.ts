import type {
  ControlScoresRequest,
  ControlScoresResult,
  TaskFigures,
} from '../../protocol/experiments/compare.ts';
import type { Model } from '../model.ts';
import type { RunOptions } from './run-options.ts';
import { taskScores } from './task-scores.ts';

/**
 * One task's figures with random dimensions cut in place of the setting's, draw after draw.
 * @param model told the positions that are asked for, see `movedModel`
 * @throws TailscopeError as the task's own experiment
 */
export async function controlScores(
  model: Model,
  { setting, task, name, draws }: ControlScoresRequest,
  { onProgress, ...options }: RunOptions = {},
): Promise<ControlScoresResult> {
  const found: TaskFigures[] = [];
  for (const cut of draws) {
    const treatment = { ...setting.treatment, cut };
    const { scores, others } = await taskScores(
      model,
      { setting: { ...setting, treatment }, task, name },
      {
        ...options,
        // a draw is a pass of its own: all of them together are what there is to do
        onProgress: ({ sentences, of }) =>
          onProgress?.({ sentences: found.length * of + sentences, of: draws.length * of }),
      },
    );
    found.push({ scores, others });
  }
  return { draws: found };
}
