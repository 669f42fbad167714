import { at } from '../core/at.ts';
import type { HiddenStates } from '../core/hidden-states.ts';
import { seeded } from '../core/random.ts';
import { samplePairs, type PairSelection } from '../measures/sample-pairs.ts';
import type { VectorKeeper } from './vector-keeper.ts';

/**
 * Of a pass that was broken off, the items that it came by, and pairs drawn among these: they are random tokens
 * of random sentences, too. Never all the pairs that there are.
 * @param starts first token of each sentence of the text, and the number of tokens at the end
 * @param drawn pairs at most, and the seed that draws them
 */
export function redrawnPairs(
  keeper: VectorKeeper,
  starts: Uint32Array,
  drawn: { readonly pairs: number; readonly seed: number },
): { readonly vectors: HiddenStates; readonly pairs: PairSelection } {
  const vectors = keeper.filled;
  const runs: number[] = [];
  let sentence = 0;
  let last = -1;
  for (const [place, token] of keeper.filledTokens.entries()) {
    while (token >= at(starts, sentence + 1)) sentence++;
    if (sentence !== last) runs.push(place);
    last = sentence;
  }
  const selection = samplePairs(Uint32Array.of(...runs, vectors.tokens), drawn.pairs, seeded(drawn.seed));
  return { vectors, pairs: { ...selection, complete: false } };
}
