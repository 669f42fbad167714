import { at } from '../core/at.ts';
import { seeded } from '../core/random.ts';
import { samplePairs, type PairSelection } from '../measures/sample-pairs.ts';

/**
 * Of a pass that was broken off, pairs drawn among the tokens that it kept: they are random tokens of random sentences, too.
 * Never all the pairs that there are.
 * @param tokens numbers of the kept ones, rising
 * @param starts first token of each sentence of the text, and the number of tokens at the end
 * @param drawn pairs at most, and the seed that draws them
 * @returns pairs of places among the kept
 */
export function redrawnPairs(
  tokens: readonly number[],
  starts: Uint32Array,
  drawn: { readonly pairs: number; readonly seed: number },
): PairSelection {
  const runs: number[] = [];
  let sentence = 0;
  let last = -1;
  for (const [place, token] of tokens.entries()) {
    while (token >= at(starts, sentence + 1)) sentence++;
    if (sentence !== last) runs.push(place);
    last = sentence;
  }
  const selection = samplePairs(Uint32Array.of(...runs, tokens.length), drawn.pairs, seeded(drawn.seed));
  return { ...selection, complete: false };
}
