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
import { TokenReservoir } from '../token-reservoir.ts';
import { VectorKeeper } from '../vector-keeper.ts';

export interface GeometryShape {
  readonly layers: number;
  readonly dims: number;
  /** Numbers of the tokens that are in a pair. */
  readonly items: Iterable<number>;
  /** Tokens to keep as points, and the seed that draws them. */
  readonly points: number;
  readonly seed: number;
}

/** What is folded up of one condition's vectors. */
export class GeometryFold {
  readonly cosine: GroupedCosine;
  readonly moments: SecondMoments;
  /** Vectors of the pairs' tokens, and of the points. */
  readonly ofPairs: VectorKeeper;
  readonly ofPoints: TokenReservoir;
  readonly #algebra: Algebra;

  constructor({ layers, dims, items, points, seed }: GeometryShape, algebra: Algebra) {
    this.cosine = new GroupedCosine(layers, dims);
    this.moments = new SecondMoments(layers, dims, 'all');
    this.ofPairs = new VectorKeeper(items, layers, dims);
    this.ofPoints = new TokenReservoir(points, seed, layers, dims);
    this.#algebra = algebra;
  }

  /** @throws TailscopeError("not-finite" | "run") */
  async add(batch: MeasuredBatch, states: HiddenStates): Promise<void> {
    await foldMoments(this.moments, this.#algebra, states);
    const numbers = batch.sentences.map(({ index }) => index);
    this.cosine.add(states, batch.starts, numbers);
    this.ofPairs.add({ ...batch, states });
    this.ofPoints.add({ ...batch, states });
  }

  /**
   * @param items vectors that the pairs are of
   * @param seed of the resamples
   */
  finish(pairs: Pairs, items: HiddenStates, seed: number): GeometryCondition {
    const { cosine, moments } = this;
    const figures = conditionOf({ cosine, moments, items }, pairs, seed);
    return { ...figures, points: this.ofPoints.filled.data };
  }
}

/** What a condition's figures follow from. */
export interface FoldedCondition {
  readonly cosine: GroupedCosine;
  readonly moments: SecondMoments;
  /** Vectors of the pairs' tokens. */
  readonly items: HiddenStates;
}

/** @param seed of the resamples */
export function conditionOf(
  { cosine, moments, items }: FoldedCondition,
  pairs: Pairs,
  seed: number,
): Omit<GeometryCondition, 'points'> {
  const { layers, dims } = moments;
  const mean = new Float64Array(layers * dims);
  const square = new Float64Array(layers * dims);
  const covariance = new Float64Array(layers * packedLength(dims));
  for (let layer = 0; layer < layers; layer++) {
    const own = moments.mean(layer);
    mean.set(own, layer * dims);
    square.set(
      moments.variance(layer).map((variance, d) => variance + (own[d] ?? 0) ** 2),
      layer * dims,
    );
    covariance.set(packSymmetric(moments.covariance(layer), dims), layer * packedLength(dims));
  }
  const replicates = cosine.replicates(seed);
  return {
    anisotropy: cosine.anisotropy(),
    resampled: replicates && joined(replicates),
    contribution: cosine.contribution(),
    mean,
    square,
    covariance,
    cosines: cosinesOf(cosineSample(items, pairs), new Map(), []),
  };
}

function joined(rows: readonly Float64Array[]): Float64Array {
  const size = rows[0]?.length ?? 0;
  const all = new Float64Array(rows.length * size);
  rows.forEach((row, i) => {
    all.set(row, i * size);
  });
  return all;
}
