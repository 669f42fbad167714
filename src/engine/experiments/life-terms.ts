import { at } from '../../core/at.ts';
import { embeddingLife, layerLife, TERMS, type NormOfValue } from '../../measures/life.ts';
import type { RawTerms } from '../encoder.ts';

/** What the raw outputs are of. */
export interface TracedShape {
  readonly layers: number;
  readonly dims: readonly number[];
}

/**
 * The terms of one token's hidden states at the traced dimensions.
 * @param row of the batch, padding left out
 * @param out [dims, layers + 1, TERMS], filled here
 * @returns the largest difference between a state and the sum of its terms
 */
export function termsOfToken(
  raw: RawTerms,
  row: number,
  { layers, dims }: TracedShape,
  out: Float64Array,
): number {
  let largest = 0;
  for (const [d, dim] of dims.entries()) {
    for (let layer = 0; layer <= layers; layer++) {
      const terms = layer === 0 ? embeddingTerms(raw, row, dims, d) : layerTerms(raw, row, layer, dims, d);
      const state = stateOf(raw, row, layer, dim);
      let sum = 0;
      for (let t = 0; t < TERMS; t++) {
        const term = terms ? (terms[t] ?? 0) : t === 0 ? state : 0;
        out[(d * (layers + 1) + layer) * TERMS + t] = term;
        sum += term;
      }
      largest = Math.max(largest, Math.abs(sum - state));
    }
  }
  return largest;
}

/** Tables that the embeddings add: two, or three with segments; undefined where they are projected. */
export function embeddingParts({ terms: [first], states }: RawTerms, traced: number): number | undefined {
  return first && Math.round((first.length / states.tokens - 2) / traced);
}

function embeddingTerms(
  raw: RawTerms,
  row: number,
  dims: readonly number[],
  d: number,
): readonly number[] | undefined {
  const parts = embeddingParts(raw, dims.length);
  const [terms] = raw.terms;
  if (parts === undefined || !terms) return undefined;
  const from = row * (parts * dims.length + 2);
  const part = (p: number) => (p < parts ? at(terms, from + p * dims.length + d) : 0);
  const moments = from + parts * dims.length;
  return embeddingLife([part(0), part(1), part(2)], norm(raw, 0, terms, moments, dims.length, d, 0));
}

function layerTerms(
  raw: RawTerms,
  row: number,
  layer: number,
  dims: readonly number[],
  d: number,
): readonly number[] | undefined {
  const terms = raw.terms[layer];
  if (!terms) return undefined;
  const traced = dims.length;
  const from = row * (2 * traced + 6);
  const sums = from + 2 * traced;
  const moments = sums + 2;
  const common = (sum: number) => at(terms, sum) / raw.states.dims;
  // what is added to all dimensions alike the LayerNorm takes away again
  return layerLife(
    stateOf(raw, row, layer - 1, dims[d] ?? 0),
    { value: at(terms, from + d), common: common(sums) },
    { value: at(terms, from + traced + d), common: common(sums + 1) },
    norm(raw, layer, terms, moments, traced, d, 0),
    norm(raw, layer, terms, moments + 2, traced, d, 2),
  );
}

/** @param moments place of a mean and its 1 / deviation; @param pair 0 or 2, of the layer's scales and shifts */
function norm(
  { scales }: RawTerms,
  layer: number,
  terms: Float32Array,
  moments: number,
  traced: number,
  d: number,
  pair: number,
): NormOfValue {
  const of = scales[layer] ?? [];
  return {
    mean: at(terms, moments),
    inverse: at(terms, moments + 1),
    scale: at(of, pair * traced + d),
    shift: at(of, (pair + 1) * traced + d),
  };
}

function stateOf({ states }: RawTerms, row: number, layer: number, dim: number): number {
  return at(states.data, (layer * states.tokens + row) * states.dims + dim);
}
