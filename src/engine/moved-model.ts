import type { PositionMove } from '../protocol/experiments/positions.ts';
import type { Model } from './model.ts';
import { movePositions } from './move-positions.ts';

/** The model as it is when it is told other positions: the same session, whose every batch is so run. */
export function movedModel<M extends Model>(model: M, move: PositionMove): M {
  if (move.kind === 'as-they-are') return model;
  const most = model.info.maxTokens;
  return { ...model, encoder: model.encoder.moved(movePositions(move, { longest: 0, most })) };
}
