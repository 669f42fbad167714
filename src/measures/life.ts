import { at } from '../core/at.ts';

/** What the embeddings add up from, in order; see `embeddingLife`. */
export const EMBEDDING_TERMS = ['words', 'positions', 'segments', 'normalized', 'scale', 'shift'] as const;

/** What a layer's hidden state adds up from, in order; see `layerLife`. */
export const LAYER_TERMS = [
  'residual',
  'attention',
  'attentionNormalized',
  'attentionScale',
  'attentionShift',
  'feedForward',
  'feedForwardNormalized',
  'feedForwardScale',
  'feedForwardShift',
] as const;

/** Places for terms by layer; of the embeddings' the last stay 0. */
export const TERMS = LAYER_TERMS.length;

/** What a LayerNorm did to one value: less the mean, times 1 / deviation, times scale, plus shift. */
export interface NormOfValue {
  readonly mean: number;
  readonly inverse: number;
  readonly scale: number;
  readonly shift: number;
}

/** What a LayerNorm adds to a value by normalizing it, then by its scale, then by its shift: they add up to its output less the value. */
export function normTerms(
  value: number,
  { mean, inverse, scale, shift }: NormOfValue,
): readonly [normalized: number, scale: number, shift: number] {
  const normalized = (value - mean) * inverse;
  return [normalized - value, (scale - 1) * normalized, shift];
}

/** The terms of a hidden state after the embeddings; they add up to it, at one dimension of one token. */
export function embeddingLife(
  parts: readonly [words: number, positions: number, segments: number],
  norm: NormOfValue,
): readonly number[] {
  const [words, positions, segments] = parts;
  return [words, positions, segments, ...normTerms(words + positions + segments, norm)];
}

/** What a block adds to one dimension of a token, and on the mean to all of them. */
export interface Added {
  readonly value: number;
  readonly common: number;
}

/**
 * The terms of a layer's hidden state at one dimension of one token, in the order of LAYER_TERMS; they add up to it. What
 * attention or the feed-forward block adds to all dimensions alike, the LayerNorm after it subtracts: both count with the
 * LayerNorm's first term, so that a block's own is what it adds to this dimension beyond the others.
 * @param residual the hidden state of the layer before
 */
export function layerLife(
  residual: number,
  attention: Added,
  feedForward: Added,
  middle: NormOfValue,
  output: NormOfValue,
): readonly number[] {
  const first = blockTerms(residual, attention, middle);
  const between = first.reduce((sum, term) => sum + term, residual);
  return [residual, ...first, ...blockTerms(between, feedForward, output)];
}

function blockTerms(before: number, { value, common }: Added, norm: NormOfValue): readonly number[] {
  const [normalized, scale, shift] = normTerms(before + value, norm);
  return [value - common, normalized + common, scale, shift];
}

/** The sum of a state's terms. @param from place of the first of its TERMS */
export function sumOfTerms(terms: ArrayLike<number>, from: number): number {
  let sum = 0;
  for (let i = from; i < from + TERMS; i++) sum += at(terms, i);
  return sum;
}
