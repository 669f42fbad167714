import { TailscopeError } from '../core/error.ts';

/**
 * Refuses what cannot be compared: a cosine with it would be over no threshold and near nothing, as if the model had said so.
 * @throws TailscopeError("not-finite") where a value is infinite or not a number
 */
export function requireFinite(values: Float32Array | Float64Array, layer: number): void {
  let sum = 0;
  // a finite number times zero is zero
  for (const value of values) sum += value * 0;
  if (sum !== 0) throw TailscopeError.of('not-finite', { layer });
}
