import { directionCosines } from '../../measures/direction-cosines.ts';
import { scanVector } from '../../measures/vector-scan.ts';
import { memo } from '../memo.ts';
import type { State, TokenVector } from '../state.ts';
import { selectLayer } from './choice.ts';

const atLayer = memo((vector: TokenVector, layer: number): Float32Array => {
  const { dims } = vector.exploration;
  return vector.data.subarray(layer * dims, (layer + 1) * dims);
});

/** The token under the pointer in every layer, once its vectors have come. */
export function selectTokenStates(state: State): TokenVector | undefined {
  const { vector, before, hoveredToken } = state;
  return vector?.token === hoveredToken && vector?.exploration === before?.exploration ? vector : undefined;
}

/** The vector of the token under the pointer at the chosen layer, once it has come. */
export function selectTokenVector(state: State): Float32Array | undefined {
  const states = selectTokenStates(state);
  return states && atLayer(states, selectLayer(state));
}

/** The token under the pointer, a vector a layer. */
export const tokenByLayer = memo(({ data, exploration }: TokenVector): readonly Float32Array[] => {
  const { layers, dims } = exploration;
  return Array.from({ length: layers }, (_, l) => data.subarray(l * dims, (l + 1) * dims));
});

/** The token's expected cosine with a random token of a random sentence, its own among them, by layer. */
export const tokenCosines = memo(({ data, exploration }: TokenVector): Float64Array => {
  const { direction, layers, dims } = exploration;
  return directionCosines(data, direction, layers, dims);
});

/** Where in each layer the token under the pointer has its smallest and its largest value, and its farthest from 0. */
export const tokenExtremes = memo((token: TokenVector) =>
  tokenByLayer(token).map((vector) => {
    const { argmin, argmax, least, greatest } = scanVector(vector, 0, vector.length);
    return { min: argmin, max: argmax, far: -least > greatest ? argmin : argmax };
  }),
);
