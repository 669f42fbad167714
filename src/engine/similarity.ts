import { TailscopeError } from '../core/error.ts';
import type { HiddenStates } from '../core/hidden-states.ts';
import type { SimilarityRequest } from '../protocol/exploration.ts';
import type { HeldVectors } from './explore.ts';

/**
 * The vectors that a similarity matrix compares: tokens, or sentences as the means of their measured
 * tokens.
 * @returns [layers, items, dims]
 * @throws TailscopeError("not-held") for one that is not in memory
 */
export function itemVectors(held: HeldVectors, { of, items }: SimilarityRequest): HiddenStates {
  const { layers, dims, data } = held.tokens;
  const vectors = new Float32Array(layers * items.length * dims);
  for (const [place, item] of items.entries()) {
    const tokens = of === 'tokens' ? tokenItself(held, item) : tokensOfSentence(held, item);
    for (let layer = 0; layer < layers; layer++) {
      const to = (layer * items.length + place) * dims;
      for (const token of tokens) {
        const from = (layer * held.tokens.tokens + token) * dims;
        for (let d = 0; d < dims; d++) {
          vectors[to + d] = (vectors[to + d] ?? 0) + (data[from + d] ?? 0) / tokens.length;
        }
      }
    }
  }
  return { layers, tokens: items.length, dims, data: vectors };
}

function tokenItself({ tokens }: HeldVectors, token: number): number[] {
  if (token >= 0 && token < tokens.tokens) return [token];
  throw TailscopeError.of('not-held', { item: token, held: tokens.tokens });
}

function tokensOfSentence({ sentence }: HeldVectors, wanted: number): number[] {
  const tokens = Array.from(sentence.keys()).filter((token) => sentence[token] === wanted);
  if (tokens.length > 0) return tokens;
  throw TailscopeError.of('not-held', { item: wanted, held: (sentence.at(-1) ?? -1) + 1 });
}
