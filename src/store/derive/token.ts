import { memo } from '../memo.ts';
import type { State, TokenVector } from '../state.ts';
import { selectLayer } from './choice.ts';

const atLayer = memo((vector: TokenVector, layer: number): Float32Array => {
  const { dims } = vector.exploration;
  return vector.data.subarray(layer * dims, (layer + 1) * dims);
});

/** The vector of the token under the pointer at the chosen layer, once it has come. */
export function selectTokenVector(state: State): Float32Array | undefined {
  const { vector, before, hoveredToken } = state;
  if (vector?.token !== hoveredToken || !vector || vector.exploration !== before?.exploration)
    return undefined;
  return atLayer(vector, selectLayer(state));
}
