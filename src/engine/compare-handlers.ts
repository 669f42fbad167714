import type { Handlers } from '../protocol/channel/index.ts';
import type { Setting } from '../protocol/experiments/compare.ts';
import type { Engine } from './engine.ts';
import { controlScores } from './experiments/control-scores.ts';
import { portrait } from './experiments/portrait.ts';
import type { RunOptions } from './experiments/run-options.ts';
import { taskScores } from './experiments/task-scores.ts';
import type { Model } from './model.ts';
import { movedModel } from './moved-model.ts';

type Question = 'portrait' | 'task-scores' | 'control-scores';
type Context = Parameters<Engine['onModel']>[0] & Required<Pick<RunOptions, 'onProgress'>>;

/** Answers to what a model is like, in either seat and told whatever positions. */
export function compareHandlers({ onModel }: Pick<Engine, 'onModel'>): Pick<Handlers, Question> {
  const onMoved =
    <Request extends { readonly setting: Setting }, Answer>(
      measure: (model: Model, request: Request, options: RunOptions) => Promise<Answer>,
    ) =>
    (request: Request, context: Context): Promise<Answer> => {
      const { move, seat } = request.setting;
      return onModel(
        context,
        (model, turn) =>
          measure(movedModel(model, move), request, {
            onProgress: context.onProgress,
            pause: () => turn.pause(),
          }),
        seat,
      );
    };
  return {
    portrait: onMoved(portrait),
    'task-scores': onMoved(taskScores),
    'control-scores': onMoved(controlScores),
  };
}
