import type { HiddenStates } from '../core/hidden-states.ts';
import { columnsOf, cosineSample, type Columns, type CosineSample } from './cosine-sample.ts';
import { cosinesOf } from './cosines-of.ts';
import type { Pairs } from './pairs.ts';

/** How far apart two vectors are: 1 - cosine, the sum of absolute differences, or Euclid's. */
export const DISTANCES = ['cosine', 'l1', 'l2'] as const;
export type Distance = (typeof DISTANCES)[number];

/** What of pairs of vectors every distance, and every cut of it by downdate, follows from. */
export interface DistanceSample {
  readonly sample: CosineSample;
  readonly columns: Columns;
  /** Sums over dimensions of |x_d - y_d| and of (x_d - y_d)^2, [layers, pairs]. */
  readonly absolute: Float64Array;
  readonly square: Float64Array;
}

/** @param dims dimensions whose columns are kept for cuts */
export function distanceSample(vectors: HiddenStates, pairs: Pairs, dims: Iterable<number>): DistanceSample {
  const { layers, tokens, dims: size, data } = vectors;
  const { left, right } = pairs;
  const absolute = new Float64Array(layers * left.length);
  const square = new Float64Array(layers * left.length);
  for (let layer = 0; layer < layers; layer++) {
    for (let p = 0; p < left.length; p++) {
      const x = (layer * tokens + (left[p] ?? 0)) * size;
      const y = (layer * tokens + (right[p] ?? 0)) * size;
      let sum = 0;
      let squares = 0;
      for (let d = 0; d < size; d++) {
        const difference = (data[x + d] ?? 0) - (data[y + d] ?? 0);
        sum += Math.abs(difference);
        squares += difference * difference;
      }
      absolute[layer * left.length + p] = sum;
      square[layer * left.length + p] = squares;
    }
  }
  return { sample: cosineSample(vectors, pairs), columns: columnsOf(vectors, dims), absolute, square };
}

/**
 * The distances of all pairs in every layer with some dimensions zeroed, [layers, pairs]: a zeroed dimension takes its
 * difference from the sums as it takes its product from a dot product.
 * @throws RangeError when a column is missing
 */
export function distancesOf(kind: Distance, parts: DistanceSample, cut: readonly number[]): Float64Array {
  const { sample, columns } = parts;
  if (kind === 'cosine') return cosinesOf(sample, columns, cut).map((cosine) => 1 - cosine);
  const pairs = sample.left.length;
  const out = (kind === 'l1' ? parts.absolute : parts.square).slice();
  for (const d of cut) {
    const column = columns.get(d);
    if (column === undefined) throw new RangeError(`no column of dimension ${d}`);
    for (let i = 0; i < out.length; i++) {
      const base = Math.floor(i / pairs) * sample.items;
      const p = i % pairs;
      const difference = Math.abs(
        (column[base + (sample.left[p] ?? 0)] ?? 0) - (column[base + (sample.right[p] ?? 0)] ?? 0),
      );
      // what rounding leaves below nothing is nothing
      out[i] = Math.max(0, (out[i] ?? 0) - (kind === 'l1' ? difference : difference ** 2));
    }
  }
  return kind === 'l1' ? out : out.map(Math.sqrt);
}
