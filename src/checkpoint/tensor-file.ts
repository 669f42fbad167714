import { TailscopeError } from '../core/error.ts';
import { baseName, readRange } from './byte-file.ts';
import type { Checkpoint } from './open-checkpoint.ts';
import { FLOAT_BYTES, floatValues, isFloatDtype } from './tensor-values.ts';

/** A matrix of weights, row-major. */
export interface WeightRows {
  readonly rows: number;
  readonly dims: number;
  readonly values: Float32Array;
}

/** The shape of a tensor as rows: a vector is one. */
export function rowsOf(
  { weights }: Pick<Checkpoint, 'weights'>,
  tensor: string,
): Pick<WeightRows, 'rows' | 'dims'> {
  const shape = weights.get(tensor)?.shape ?? [];
  const dims = shape.at(-1) ?? 0;
  return { rows: shape.slice(0, -1).reduce((product, size) => product * size, 1), dims };
}

/**
 * The values of a checkpoint's tensor, or of some of its rows.
 * @param range rows, end exclusive; all when left out
 * @throws TailscopeError("tensor-missing" | "tensor-type" | "file-short" | "cancelled")
 */
export async function readRows(
  { weights, weightsFiles }: Pick<Checkpoint, 'weights' | 'weightsFiles'>,
  tensor: string,
  range?: { readonly from: number; readonly to: number },
  signal?: AbortSignal,
): Promise<WeightRows> {
  const entry = weights.get(tensor);
  const file = weightsFiles.find(({ name }) => baseName(name) === entry?.location);
  if (!entry || !file) throw TailscopeError.of('tensor-missing', { tensor, expected: [] });
  if (!isFloatDtype(entry.dtype)) throw TailscopeError.of('tensor-type', { tensor, found: entry.dtype });
  const { rows, dims } = rowsOf({ weights }, tensor);
  const { from, to } = range ?? { from: 0, to: rows };
  const size = dims * FLOAT_BYTES[entry.dtype];
  const bytes = await readRange(file, entry.start + from * size, entry.start + to * size, signal);
  return { rows: to - from, dims, values: floatValues(bytes, entry.dtype) };
}
