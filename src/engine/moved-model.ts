import type { PositionMove } from '../protocol/experiments/positions.ts';
import type { Encoder } from './encoder.ts';
import type { Model } from './model.ts';
import { movePositions } from './move-positions.ts';

/** The model as it is when it is told other positions: the same session, whose every batch is so run. */
export function movedModel<M extends Model>(model: M, move: PositionMove): M {
  if (move.kind === 'as-they-are') return model;
  return { ...model, encoder: movedEncoder(model.encoder, move, model.info.maxTokens) };
}

/**
 * The same of a session of its own.
 * @param most positions that the network has for a sentence
 */
export function movedEncoder(encoder: Encoder, move: PositionMove | undefined, most: number): Encoder {
  return move ? encoder.moved(movePositions(move, { longest: 0, most })) : encoder;
}
