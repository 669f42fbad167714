import { seeded } from '../../src/core/random.ts';
import { cosine } from '../../src/measures/cosine.ts';
import { columnsOf, cosineSample } from '../../src/measures/cosine-sample.ts';
import { meanCosineByLayer } from '../../src/measures/mean-cosine.ts';

export interface Shape {
  readonly layers: number;
  readonly dims: number;
  readonly pairs: number;
}

/** Milliseconds for one cut of a sample of pairs in every layer, both ways. */
export interface Arithmetic {
  readonly downdate: number;
  readonly recompute: number;
  /** Largest difference of the two mean cosines; that it is none shows that both did the work. */
  readonly difference: number;
}

/** Times the page's downdate against the definition: the dimension zeroed in a copy of the vectors, every cosine taken anew. */
export function timeArithmetic({ layers, dims, pairs }: Shape, times: number): Arithmetic {
  const random = seeded(1);
  const items = 2 * pairs;
  const data = Float32Array.from({ length: layers * items * dims }, () => random() - 0.4);
  const vectors = { layers, tokens: items, dims, data };
  const left = Uint32Array.from({ length: pairs }, (_, p) => 2 * p);
  const right = Uint32Array.from({ length: pairs }, (_, p) => 2 * p + 1);
  const weights = new Float64Array(pairs).fill(1 / pairs);
  const sample = cosineSample(vectors, { left, right, weights });
  const columns = columnsOf(vectors, [7]);

  const recompute = (): Float64Array => {
    const zeroed = data.slice();
    for (let i = 7; i < zeroed.length; i += dims) zeroed[i] = 0;
    const vector = (layer: number, item: number): Float32Array => {
      const start = (layer * items + item) * dims;
      return zeroed.subarray(start, start + dims);
    };
    const means = new Float64Array(layers);
    for (let l = 0; l < layers; l++) {
      for (let p = 0; p < pairs; p++) {
        const value = cosine(vector(l, left[p] ?? 0), vector(l, right[p] ?? 0));
        means[l] = (means[l] ?? 0) + value * (weights[p] ?? 0);
      }
    }
    return means;
  };
  const downdate = (): Float64Array => meanCosineByLayer(sample, columns, [7]);
  const fast = downdate();
  const slow = recompute();
  return {
    downdate: median(downdate, times * 10),
    recompute: median(recompute, times),
    difference: Math.max(...fast.map((value, l) => Math.abs(value - (slow[l] ?? 0)))),
  };
}

/** The clock of a page is coarse, so each measurement is of ten runs. */
function median(run: () => unknown, times: number): number {
  const took = Array.from({ length: times }, () => {
    const began = performance.now();
    for (let i = 0; i < 10; i++) run();
    return (performance.now() - began) / 10;
  });
  return took.sort((a, b) => a - b)[Math.floor(times / 2)] ?? NaN;
}
