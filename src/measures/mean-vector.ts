import type { HiddenStates } from '../core/hidden-states.ts';
import { Moments } from './moments.ts';

function momentsOf({ layers, tokens, dims, data }: HiddenStates): Moments {
  const moments = new Moments(layers, dims);
  for (let layer = 0; layer < layers; layer++) {
    for (let token = 0; token < tokens; token++) {
      moments.addVector(layer, data, (layer * tokens + token) * dims);
    }
  }
  return moments;
}

/** Mean over tokens of every dimension, [layers, dims]; zeros when there is no token. */
export function meanVector(states: HiddenStates): Float64Array {
  return momentsOf(states).mean(states.tokens);
}

/** Mean over tokens of every dimension's square, [layers, dims]. */
export function meanSquare(states: HiddenStates): Float64Array {
  return momentsOf(states).meanSquare(states.tokens);
}
