import { TailscopeError } from '../core/error.ts';
import type { EncoderShape } from './encoder.ts';

/** Dimensions zeroed after every layer from `from` on (0 = the embeddings). */
export interface CutFrom {
  readonly dims: readonly number[];
  readonly from: number;
}

/**
 * The network's `keep` input for a cut inside it: 0 at the cut dimensions of the layers from
 * `cut.from` on, else 1.
 * @returns [layers + 1, dims]
 * @throws TailscopeError("dimension")
 */
export function keepInside({ layers, dims }: EncoderShape, cut: CutFrom): Float32Array {
  requireDimensions(cut.dims, dims);
  const keep = new Float32Array((layers + 1) * dims).fill(1);
  for (let layer = cut.from; layer <= layers; layer++) {
    for (const d of cut.dims) keep[layer * dims + d] = 0;
  }
  return keep;
}

/** @throws TailscopeError("dimension") at the first that the model does not have */
export function requireDimensions(wanted: readonly number[], dims: number): void {
  for (const dim of wanted) {
    if (!Number.isInteger(dim) || dim < 0 || dim >= dims) throw TailscopeError.of('dimension', { dim, dims });
  }
}
