import type { Handlers } from '../protocol/channel/index.ts';
import type { Engine } from './engine.ts';
import { controlScores } from './experiments/control-scores.ts';
import { portrait } from './experiments/portrait.ts';
import { taskScores } from './experiments/task-scores.ts';
import { movedModel } from './moved-model.ts';

/** Answers to what a model is like, in either seat and told whatever positions. */
export function compareHandlers({
  onModel,
}: Pick<Engine, 'onModel'>): Pick<Handlers, 'portrait' | 'task-scores' | 'control-scores'> {
  return {
    portrait: (request, context) =>
      onModel(
        context,
        (model, turn) =>
          portrait(movedModel(model, request.setting.move), request, {
            onProgress: context.onProgress,
            pause: () => turn.pause(),
          }),
        request.setting.seat,
      ),
    'task-scores': (request, context) =>
      onModel(
        context,
        (model, turn) =>
          taskScores(movedModel(model, request.setting.move), request, {
            onProgress: context.onProgress,
            pause: () => turn.pause(),
          }),
        request.setting.seat,
      ),
    'control-scores': (request, context) =>
      onModel(
        context,
        (model, turn) =>
          controlScores(movedModel(model, request.setting.move), request, {
            onProgress: context.onProgress,
            pause: () => turn.pause(),
          }),
        request.setting.seat,
      ),
  };
}
