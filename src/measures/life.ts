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

/**
 * The terms of a layer's hidden state at one dimension of one token, in the order of LAYER_TERMS; they add up to it.
 * @param residual the hidden state of the layer before
 */
export function layerLife(
  residual: number,
  attention: number,
  feedForward: number,
  middle: NormOfValue,
  output: NormOfValue,
): readonly number[] {
  const first = [attention, ...normTerms(residual + attention, middle)];
  const between = first.reduce((sum, term) => sum + term, residual);
  return [residual, ...first, feedForward, ...normTerms(between + feedForward, output)];
}

/** The sum of a state's terms. @param from place of the first of its TERMS */
export function sumOfTerms(terms: ArrayLike<number>, from: number): number {
  let sum = 0;
  for (let i = from; i < from + TERMS; i++) sum += at(terms, i);
  return sum;
}
