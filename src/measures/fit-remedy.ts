import type { Remedy } from './remedy.ts';
import type { SecondMoments } from './second-moments.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** A remedy fitted on the vectors of one layer: what is done to a vector after its mean is taken away. */
export type FittedRemedy = { readonly mean: Float64Array } & (
  | { readonly kind: 'center' }
  /** Each dimension times its scale, [dims]. */
  | { readonly kind: 'standardize'; readonly scale: Float64Array }
  /** Less the projections on these, of length 1, [components, dims]. */
  | { readonly kind: 'top'; readonly components: Float64Array }
  /** Its products with these, [dims, dims]: the principal components over their standard deviations, zeros where one is dropped. */
  | { readonly kind: 'whiten'; readonly components: Float32Array }
);

/** A dimension's standard deviation counts as at least so much of the middle one's: some dimensions never move. */
const LEAST_DEVIATION = 1e-6;
/**
 * Principal components with less than this of the largest's variance are dropped: a LayerNorm's outputs have one direction without
 * any, and more where gamma is 0, which whitening would blow up to noise.
 */
const LEAST_VARIANCE = 1e-8;

/**
 * @param moments of the layers' vectors; all products where the remedy is top or whiten
 * @see docs/measures.md, "Remedies"
 */
export function fitRemedy(remedy: Remedy, moments: SecondMoments, layer: number): FittedRemedy {
  const { dims } = moments;
  const mean = moments.mean(layer);
  switch (remedy.kind) {
    case 'center':
      return { kind: 'center', mean };
    case 'standardize': {
      const deviations = moments.variance(layer).map(Math.sqrt);
      const least = LEAST_DEVIATION * median(deviations);
      const scale = deviations.map((deviation) => inverse(Math.max(deviation, least)));
      return { kind: 'standardize', mean, scale };
    }
    case 'top': {
      const { vectors } = symmetricEigen(moments.covariance(layer), dims);
      return { kind: 'top', mean, components: vectors.slice(0, Math.min(remedy.components, dims) * dims) };
    }
    case 'whiten': {
      const { values, vectors } = symmetricEigen(moments.covariance(layer), dims);
      const least = LEAST_VARIANCE * (values[0] ?? 0);
      const scales = values.map((value) => (value >= least && value > 0 ? 1 / Math.sqrt(value) : 0));
      const components = Float32Array.from(
        vectors,
        (value, i) => value * (scales[Math.floor(i / dims)] ?? 0),
      );
      return { kind: 'whiten', mean, components };
    }
  }
}

/** Zero where there is nothing to divide by: then nothing is left of the dimension either. */
function inverse(deviation: number): number {
  return deviation > 0 ? 1 / deviation : 0;
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const half = sorted.length / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half) - 1] ?? 0)) / 2;
}
