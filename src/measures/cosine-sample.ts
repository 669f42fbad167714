import type { HiddenStates } from '../core/hidden-states.ts';
import type { Pairs } from './pairs.ts';

/**
 * What a live cut needs to know of a sample of vector pairs, in every layer (docs/measures.md, "The
 * cut by downdate"). Vectors themselves stay where the model ran.
 */
export interface CosineSample extends Pairs {
  readonly layers: number;
  /** Number of distinct vectors. */
  readonly items: number;
  /** Squared norms, [layers, items]. */
  readonly squares: Float64Array;
  /** Dot products, [layers, pairs]. */
  readonly dots: Float64Array;
}

/** One dimension's value in every item of a sample, [layers, items]. */
export type Column = Float32Array;

/** Columns by dimension. */
export type Columns = ReadonlyMap<number, Column>;

/**
 * Squared norms and dot products of the pairs, in every layer.
 * @param vectors one vector per item (a token, or a sentence's mean) in every layer
 * @param pairs of items
 */
export function cosineSample(vectors: HiddenStates, pairs: Pairs): CosineSample {
  const { layers, tokens: items, dims, data } = vectors;
  const { left, right, weights } = pairs;
  const squares = new Float64Array(layers * items);
  const dots = new Float64Array(layers * left.length);
  for (let layer = 0; layer < layers; layer++) {
    const base = layer * items;
    for (let i = 0; i < items; i++) {
      squares[base + i] = dot(data, (base + i) * dims, (base + i) * dims, dims);
    }
    for (let p = 0; p < left.length; p++) {
      const x = (base + (left[p] ?? 0)) * dims;
      const y = (base + (right[p] ?? 0)) * dims;
      dots[layer * left.length + p] = dot(data, x, y, dims);
    }
  }
  return { layers, items, squares, dots, left, right, weights };
}

/** The values of some dimensions in every item and layer: what a cut of them will need. */
export function columnsOf(vectors: HiddenStates, dimensions: Iterable<number>): Map<number, Column> {
  const { layers, tokens: items, dims, data } = vectors;
  const columns = new Map<number, Column>();
  for (const d of dimensions) {
    const column = new Float32Array(layers * items);
    for (let i = 0; i < column.length; i++) column[i] = data[i * dims + d] ?? 0;
    columns.set(d, column);
  }
  return columns;
}

/** Products of float32 values are exact in float64; only the sum rounds. */
function dot(data: Float32Array, x: number, y: number, dims: number): number {
  let sum = 0;
  for (let d = 0; d < dims; d++) sum += (data[x + d] ?? 0) * (data[y + d] ?? 0);
  return sum;
}
