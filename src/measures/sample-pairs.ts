import { at } from '../core/at.ts';
import type { Random } from '../core/random.ts';
import { drawDistinct } from './draw-distinct.ts';
import { allPairs, type Pairs } from './pairs.ts';

/** Pairs of tokens to take the cosine of. */
export interface PairSelection extends Pairs {
  readonly from: 'different-sentences' | 'one-sentence';
  /** Whether these are all the pairs there are, so that their mean is the exact expectation. */
  readonly complete: boolean;
}

/**
 * Draws pairs of tokens of different sentences, without repeats: two different sentences uniformly,
 * then one token of each uniformly. As many are taken of every two sentences as `count` allows, and
 * all when there are no more than `count`; weights make every two sentences count alike, so that the
 * weighted mean is an unbiased estimate of the expectation, and equal to it when complete. Of one
 * sentence, pairs of its different tokens.
 * @param starts first token of each sentence, none of them empty, and the number of tokens at the end
 * @param count pairs at most
 */
export function samplePairs(starts: Uint32Array, count: number, random: Random): PairSelection {
  const sentences = starts.length - 1;
  if (sentences < 1 || count < 1) return { ...noPairs(), from: 'one-sentence', complete: true };
  return sentences === 1
    ? withinSentence(sizeOf(starts, 0), count, random)
    : acrossSentences(starts, count, random);
}

const sizeOf = (starts: Uint32Array, sentence: number): number =>
  at(starts, sentence + 1) - at(starts, sentence);

function withinSentence(tokens: number, count: number, random: Random): PairSelection {
  const total = (tokens * (tokens - 1)) / 2;
  const complete = total <= count;
  const drawn = complete ? range(total) : drawDistinct(total, count, random);
  const draws = drawn.map((pair) => {
    const [left, right] = unrank(pair);
    return { left, right, weight: 1 / drawn.length };
  });
  return { ...toPairs(draws), from: 'one-sentence', complete };
}

function acrossSentences(starts: Uint32Array, count: number, random: Random): PairSelection {
  const sentences = starts.length - 1;
  const sentencePairs = (sentences * (sentences - 1)) / 2;
  const chosen = sentencePairs <= count ? range(sentencePairs) : drawDistinct(sentencePairs, count, random);
  const blocks = chosen.map(unrank);
  const sizes = blocks.map(([s, t]) => sizeOf(starts, s) * sizeOf(starts, t));
  const quotas = share(count, sizes, random);
  const draws = blocks.flatMap(([s, t], b) => {
    const size = sizes[b] ?? 0;
    const quota = quotas[b] ?? 0;
    const width = sizeOf(starts, t);
    const cells = quota === size ? range(size) : drawDistinct(size, quota, random);
    return cells.map((cell) => ({
      left: at(starts, s) + Math.floor(cell / width),
      right: at(starts, t) + (cell % width),
      weight: 1 / (blocks.length * quota),
    }));
  });
  const complete = blocks.length === sentencePairs && quotas.every((quota, b) => quota === sizes[b]);
  return { ...toPairs(draws), from: 'different-sentences', complete };
}

/** Shares `count` out as evenly as the sizes allow; who gets the last few is drawn. */
function share(count: number, sizes: readonly number[], random: Random): number[] {
  const quotas = sizes.map(() => 0);
  let left = count;
  for (;;) {
    const open = range(sizes.length).filter((b) => (quotas[b] ?? 0) < (sizes[b] ?? 0));
    if (open.length === 0 || left === 0) return quotas;
    const lucky =
      left >= open.length ? open : drawDistinct(open.length, left, random).map((i) => open[i] ?? 0);
    for (const b of lucky) quotas[b] = (quotas[b] ?? 0) + 1;
    left -= lucky.length;
  }
}

/** Pair x < y of rank y (y - 1) / 2 + x. */
function unrank(rank: number): [number, number] {
  let y = Math.floor((1 + Math.sqrt(1 + 8 * rank)) / 2);
  while ((y * (y - 1)) / 2 > rank) y--; // the root may round up
  return [rank - (y * (y - 1)) / 2, y];
}

function range(size: number): number[] {
  return Array.from({ length: size }, (_, i) => i);
}

function toPairs(draws: readonly { left: number; right: number; weight: number }[]): Pairs {
  return {
    left: Uint32Array.from(draws, (draw) => draw.left),
    right: Uint32Array.from(draws, (draw) => draw.right),
    weights: Float64Array.from(draws, (draw) => draw.weight),
  };
}

function noPairs(): Pairs {
  return allPairs(0);
}
