import type { CallContext, Handlers } from '../protocol/channel/index.ts';
import type { PositionMove } from '../protocol/experiments/positions.ts';
import type { Seat } from '../protocol/model.ts';
import type { Encoder } from './encoder.ts';
import type { Engine } from './engine.ts';
import { guess } from './experiments/guess.ts';
import { passageLoss } from './experiments/passage-loss.ts';
import type { HeldEncoder } from './held-encoder.ts';
import type { Model } from './model.ts';
import { movedModel } from './moved-model.ts';
import type { Turn } from './session-queue.ts';

const AS_THEY_ARE = { kind: 'as-they-are' } as const;
const WITH_HEAD = { maskedWords: true };

/** Answers to what the masked-word head of the model that is loaded says. */
export function predictHandlers(
  { onModel }: Pick<Engine, 'onModel'>,
  held: HeldEncoder,
): Pick<Handlers, 'guess' | 'passage-loss'> {
  /** The model asked for with its head on, told of positions what was asked for. */
  const withHead = <T>(
    { seat, move = AS_THEY_ARE }: { readonly seat?: Seat; readonly move?: PositionMove },
    context: Pick<CallContext<'guess'>, 'signal' | 'priority'>,
    answer: (model: Model, encoder: Encoder, turn: Turn) => Promise<T>,
  ): Promise<T> =>
    onModel(
      context,
      (model, turn) =>
        held.with(
          model,
          WITH_HEAD,
          (encoder) => answer(model, movedModel({ ...model, encoder }, move).encoder, turn),
          context.signal,
        ),
      seat,
    );
  return {
    guess: (request, context) =>
      withHead(request, context, (model, encoder, turn) =>
        guess(model, encoder, request, { pause: () => turn.pause() }),
      ),
    'passage-loss': (request, context) =>
      withHead(request, context, (model, encoder, turn) =>
        passageLoss(model, encoder, request, {
          onProgress: context.onProgress,
          pause: () => turn.pause(),
        }),
      ),
  };
}
