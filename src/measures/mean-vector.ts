import type { HiddenStates } from '../core/hidden-states.ts';

/** Mean over tokens of every dimension, [layers, dims]; zeros when there is no token. */
export function meanVector(states: HiddenStates): Float64Array {
  return meanOf(states, (x) => x);
}

/** Mean over tokens of every dimension's square, [layers, dims]; zeros when there is no token. */
export function meanSquare(states: HiddenStates): Float64Array {
  return meanOf(states, (x) => x * x);
}

function meanOf({ layers, tokens, dims, data }: HiddenStates, of: (x: number) => number): Float64Array {
  const sums = new Float64Array(layers * dims);
  data.forEach((x, i) => {
    const at = Math.floor(i / (tokens * dims)) * dims + (i % dims);
    sums[at] = (sums[at] ?? 0) + of(x);
  });
  return tokens === 0 ? sums : sums.map((sum) => sum / tokens);
}
