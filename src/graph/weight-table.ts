import { TailscopeError } from '../core/error.ts';

/** Element types of a safetensors file and their size in bits. */
export const DTYPE_BITS = {
  BOOL: 8,
  U8: 8,
  I8: 8,
  F8_E5M2: 8,
  F8_E4M3: 8,
  F8_E8M0: 8,
  I16: 16,
  U16: 16,
  F16: 16,
  BF16: 16,
  I32: 32,
  U32: 32,
  F32: 32,
  I64: 64,
  U64: 64,
  F64: 64,
  C64: 64,
} as const;
export type Dtype = keyof typeof DTYPE_BITS;

/** A tensor of a weights file: row-major, little-endian. */
export interface TensorEntry {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** The name under which the runtime is handed the file it lies in. */
  readonly location: string;
  /** Byte range in the file, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A checkpoint's tensors by name, whichever of its files each lies in; none of these is ever read here. */
export type WeightTable = ReadonlyMap<string, TensorEntry>;

/**
 * The first of some alternative names that the checkpoint has, held to the shape that the config asks for.
 * @throws TailscopeError("tensor-missing" | "tensor-shape")
 */
export function findTensor(
  weights: WeightTable,
  names: readonly [string, ...string[]],
  shape: readonly number[],
): { readonly name: string; readonly entry: TensorEntry } {
  for (const name of names) {
    const entry = weights.get(name);
    if (!entry) continue;
    if (entry.shape.join() !== shape.join())
      throw TailscopeError.of('tensor-shape', { tensor: name, expected: shape, found: entry.shape });
    return { name, entry };
  }
  throw TailscopeError.of('tensor-missing', { tensor: names[0], expected: shape });
}
