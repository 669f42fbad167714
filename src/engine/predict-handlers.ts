import type { Handlers } from '../protocol/channel/index.ts';
import type { Engine } from './engine.ts';
import { guess } from './experiments/guess.ts';
import { passageLoss } from './experiments/passage-loss.ts';
import type { HeldEncoder } from './held-encoder.ts';
import { movedModel } from './moved-model.ts';

const AS_THEY_ARE = { kind: 'as-they-are' } as const;
const WITH_HEAD = { maskedWords: true };

/** Answers to what the masked-word head of the model that is loaded says. */
export function predictHandlers(
  { onModel }: Pick<Engine, 'onModel'>,
  held: HeldEncoder,
): Pick<Handlers, 'guess' | 'passage-loss'> {
  return {
    guess: (request, context) =>
      onModel(
        context,
        (model, turn) =>
          held.with(
            model,
            WITH_HEAD,
            (encoder) => {
              const told = movedModel({ ...model, encoder }, request.move ?? AS_THEY_ARE);
              return guess(model, told.encoder, request, { pause: () => turn.pause() });
            },
            context.signal,
          ),
        request.seat,
      ),
    'passage-loss': (request, context) =>
      onModel(
        context,
        (model, turn) =>
          held.with(
            model,
            WITH_HEAD,
            (encoder) => {
              const { move = AS_THEY_ARE } = request;
              const told = movedModel({ ...model, encoder }, move);
              return passageLoss(model, told.encoder, request, {
                onProgress: context.onProgress,
                pause: () => turn.pause(),
              });
            },
            context.signal,
          ),
        request.seat,
      ),
  };
}
