import { seeded } from '../../src/core/random.ts';
import { cosine } from '../../src/measures/cosine.ts';
import { columnsOf, cosineSample } from '../../src/measures/cosine-sample.ts';
import { meanCosineByLayer } from '../../src/measures/mean-cosine.ts';

export interface Shape {
  readonly layers: number;
  readonly dims: number;
  readonly pairs: number;
}

/** Milliseconds for one cut of a sample of pairs in every layer, three ways. */
export interface Arithmetic {
  readonly downdate: number;
  /** The definition: the dimension zeroed in a copy of the vectors, every cosine taken anew. */
  readonly zeroed: number;
  /** The least that going back to the vectors can take: no copy, the dimension passed over. */
  readonly skipped: number;
  /** Largest difference of the downdate's mean cosines from either; that it is next to none shows that all did the work. */
  readonly difference: number;
}

const DIM = 7;

/** Times the page's downdate against cosines taken anew from the vectors. */
export function timeArithmetic({ layers, dims, pairs }: Shape, times: number): Arithmetic {
  const random = seeded(1);
  const items = 2 * pairs;
  const data = Float32Array.from({ length: layers * items * dims }, () => random() - 0.4);
  const vectors = { layers, tokens: items, dims, data };
  const left = Uint32Array.from({ length: pairs }, (_, p) => 2 * p);
  const right = Uint32Array.from({ length: pairs }, (_, p) => 2 * p + 1);
  const weights = new Float64Array(pairs).fill(1 / pairs);
  const sample = cosineSample(vectors, { left, right, weights });
  const columns = columnsOf(vectors, [DIM]);

  const meansOf = (
    from: Float32Array,
    measure: (x: Float32Array, y: Float32Array) => number,
  ): Float64Array => {
    const vector = (layer: number, item: number): Float32Array => {
      const start = (layer * items + item) * dims;
      return from.subarray(start, start + dims);
    };
    const means = new Float64Array(layers);
    for (let l = 0; l < layers; l++) {
      for (let p = 0; p < pairs; p++) {
        const value = measure(vector(l, left[p] ?? 0), vector(l, right[p] ?? 0));
        means[l] = (means[l] ?? 0) + value * (weights[p] ?? 0);
      }
    }
    return means;
  };
  const zeroed = (): Float64Array => {
    const copy = data.slice();
    for (let i = DIM; i < copy.length; i += dims) copy[i] = 0;
    return meansOf(copy, cosine);
  };
  const skipped = (): Float64Array => meansOf(data, cosineWithout);
  const downdate = (): Float64Array => meanCosineByLayer(sample, columns, [DIM]);
  const fast = downdate();
  const differences = [zeroed(), skipped()].flatMap((slow) =>
    Array.from(slow, (value, l) => Math.abs(value - (fast[l] ?? NaN))),
  );
  return {
    downdate: median(downdate, times * 10),
    zeroed: median(zeroed, times),
    skipped: median(skipped, times),
    difference: Math.max(...differences),
  };
}

function cosineWithout(x: Float32Array, y: Float32Array): number {
  let dot = 0;
  let xx = 0;
  let yy = 0;
  for (let d = 0; d < x.length; d++) {
    if (d === DIM) continue;
    const a = x[d] ?? 0;
    const b = y[d] ?? 0;
    dot += a * b;
    xx += a * a;
    yy += b * b;
  }
  return dot / Math.sqrt(xx * yy);
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
