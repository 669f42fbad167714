import type { Handlers } from '../protocol/channel/index.ts';
import type { Engine } from './engine.ts';
import { life } from './experiments/life.ts';
import { origins } from './experiments/origins.ts';
import { positionProbe } from './experiments/position-probe.ts';
import { positions } from './experiments/positions.ts';
import type { HeldEncoder } from './held-encoder.ts';
import { movedEncoder } from './moved-model.ts';

/**
 * Answers to where dimensions get their values, with the model that is loaded in either seat.
 * @param memory bytes of vectors that a probe may have at a time: with less, the model runs more often
 */
export function originHandlers(
  engine: Engine,
  held: HeldEncoder,
  memory?: number,
): Pick<Handlers, 'origins' | 'life' | 'positions' | 'position-probe'> {
  return {
    origins: (request, context) =>
      engine.onModel(
        context,
        (model, turn) =>
          model.reopen.checkpoint(
            (checkpoint) =>
              origins(checkpoint, request, { signal: context.signal, pause: () => turn.pause() }),
            context.signal,
          ),
        request.seat,
      ),
    life: (request, context) =>
      engine.onModel(
        context,
        (model, turn) =>
          held.with(
            model,
            { terms: true },
            (encoder) =>
              life(model, movedEncoder(encoder, request.move, model.info.maxTokens), request, {
                onProgress: context.onProgress,
                pause: () => turn.pause(),
              }),
            context.signal,
          ),
        request.seat,
      ),
    'position-probe': (request, context) =>
      engine.onModel(context, (model, turn) =>
        positionProbe(model, request, {
          onProgress: context.onProgress,
          pause: () => turn.pause(),
          ...(memory !== undefined && { memory }),
        }),
      ),
    positions: (request, context) =>
      engine.onModel(
        context,
        (model, turn) =>
          positions(model, request, { onProgress: context.onProgress, pause: () => turn.pause() }),
        request.seat,
      ),
  };
}
