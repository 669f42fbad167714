import type { HiddenStates } from '../../core/hidden-states.ts';
import { cosineSample } from '../../measures/cosine-sample.ts';
import { cosinesOf } from '../../measures/cosines-of.ts';
import { GroupedCosine } from '../../measures/grouped-cosine.ts';
import { packedLength, packSymmetric } from '../../measures/packed-symmetric.ts';
import type { Pairs } from '../../measures/pairs.ts';
import { SecondMoments } from '../../measures/second-moments.ts';
import type { GeometryCondition } from '../../protocol/experiments/geometry.ts';
import type { Algebra } from '../algebra.ts';
import type { MeasuredBatch } from '../corpus-pass.ts';
import { foldMoments } from '../fold-moments.ts';
import { VectorKeeper } from '../vector-keeper.ts';

export interface GeometryShape {
  readonly layers: number;
  readonly dims: number;
  /** Numbers of the tokens that are in a pair, and of those that are points. */
  readonly items: Iterable<number>;
  readonly points: Iterable<number>;
}

/** What is folded up of one condition's vectors. */
export class GeometryFold {
  readonly #cosine: GroupedCosine;
  readonly #moments: SecondMoments;
  readonly #algebra: Algebra;
  readonly #ofPairs: VectorKeeper;
  readonly #ofPoints: VectorKeeper;

  constructor({ layers, dims, items, points }: GeometryShape, algebra: Algebra) {
    this.#cosine = new GroupedCosine(layers, dims);
    this.#moments = new SecondMoments(layers, dims, 'all');
    this.#algebra = algebra;
    this.#ofPairs = new VectorKeeper(items, layers, dims);
    this.#ofPoints = new VectorKeeper(points, layers, dims);
  }

  /** The vectors of the pairs' tokens, once the pass is over. */
  get items(): HiddenStates {
    return this.#ofPairs.kept;
  }

  /** @throws TailscopeError("not-finite" | "run") */
  async add(batch: MeasuredBatch, states: HiddenStates): Promise<void> {
    await foldMoments(this.#moments, this.#algebra, states);
    const numbers = batch.sentences.map(({ index }) => index);
    this.#cosine.add(states, batch.starts, numbers);
    this.#ofPairs.add({ ...batch, states });
    this.#ofPoints.add({ ...batch, states });
  }

  /** @param seed of the resamples */
  finish(pairs: Pairs, seed: number): GeometryCondition {
    const { layers, dims } = this.#moments;
    const mean = new Float64Array(layers * dims);
    const square = new Float64Array(layers * dims);
    const covariance = new Float64Array(layers * packedLength(dims));
    for (let layer = 0; layer < layers; layer++) {
      const own = this.#moments.mean(layer);
      mean.set(own, layer * dims);
      square.set(
        this.#moments.variance(layer).map((variance, d) => variance + (own[d] ?? 0) ** 2),
        layer * dims,
      );
      covariance.set(packSymmetric(this.#moments.covariance(layer), dims), layer * packedLength(dims));
    }
    const replicates = this.#cosine.replicates(seed);
    return {
      anisotropy: this.#cosine.anisotropy(),
      resampled: replicates && joined(replicates),
      contribution: this.#cosine.contribution(),
      mean,
      square,
      covariance,
      cosines: cosinesOf(cosineSample(this.items, pairs), new Map(), []),
      points: this.#ofPoints.kept.data,
    };
  }
}

function joined(rows: readonly Float64Array[]): Float64Array {
  const size = rows[0]?.length ?? 0;
  const all = new Float64Array(rows.length * size);
  rows.forEach((row, i) => {
    all.set(row, i * size);
  });
  return all;
}
