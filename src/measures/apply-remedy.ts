import type { FittedRemedy } from './fit-remedy.ts';

/**
 * Applies a fitted remedy to vectors in their place, all but the product that whitens: that is a matrix's, and the runtime's work.
 * Every remedy is affine, so that the mean of treated vectors is the treated mean: a word's or a sentence's vector may be treated
 * in place of its tokens'.
 * @param data some vectors one after another, [vectors, dims]; overwritten
 */
export function applyRemedy(fitted: FittedRemedy, data: Float32Array): void {
  const { mean } = fitted;
  const dims = mean.length;
  const vector = new Float64Array(dims);
  for (let from = 0; from < data.length; from += dims) {
    for (let d = 0; d < dims; d++) vector[d] = (data[from + d] ?? 0) - (mean[d] ?? 0);
    if (fitted.kind === 'top') removeProjections(vector, fitted.components);
    if (fitted.kind === 'standardize')
      for (let d = 0; d < dims; d++) vector[d] = (vector[d] ?? 0) * (fitted.scale[d] ?? 0);
    data.set(vector, from);
  }
}

/** @param components of length 1 and at right angles to each other, [components, dims] */
function removeProjections(vector: Float64Array, components: Float64Array): void {
  const dims = vector.length;
  for (let first = 0; first < components.length; first += dims) {
    let along = 0;
    for (let d = 0; d < dims; d++) along += (vector[d] ?? 0) * (components[first + d] ?? 0);
    for (let d = 0; d < dims; d++) vector[d] = (vector[d] ?? 0) - along * (components[first + d] ?? 0);
  }
}
